import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The desk's tokens and the report's own rules, taken in at build time. */
const TOKENS = import.meta.glob('../../../client/styles/tokens.css', { query: '?raw', import: 'default', eager: true })
const RULES = import.meta.glob('./report.css', { query: '?raw', import: 'default', eager: true })

/** Latin subsets that keep the page in the desk's types without a network (SIL Open Font License 1.1); about 300 kB. Other scripts fall back to the system's. */
const FONTS = [
  { family: 'Newsreader Variable', style: 'normal', weight: '200 800', file: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2' },
  { family: 'Newsreader Variable', style: 'italic', weight: '200 800', file: '@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2' },
  { family: 'Source Sans 3 Variable', style: 'normal', weight: '200 900', file: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2' },
]
/** What Google Fonts calls Latin, as the packages declare it. */
const LATIN = 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'

let made: string | null = null

/** The whole style sheet of a report, fonts included. Made once: it is the same for every report. */
export function styleSheet(): string {
  made ??= [...Object.values(TOKENS), ...Object.values(RULES), ...fontFaces()].join('\n')
  return made
}

function fontFaces(): string[] {
  const { resolve } = createRequire(import.meta.url)
  return FONTS.map(({ family, style, weight, file }) => {
    const data = readFileSync(resolve(file)).toString('base64')
    return `@font-face { font-family: "${family}"; font-style: ${style}; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}) format("woff2"); unicode-range: ${LATIN}; }`
  })
}
