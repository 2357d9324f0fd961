import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The desk's tokens and the report's own rules, taken in at build time. */
const TOKENS = import.meta.glob('../../../client/styles/tokens.css', { query: '?raw', import: 'default', eager: true })
const RULES = import.meta.glob('./report.css', { query: '?raw', import: 'default', eager: true })

/** Latin subsets that keep the page in the desk's types without a network (SIL Open Font License 1.1); about 300 kB. */
const FONTS = [
  { family: 'Newsreader Variable', style: 'normal', weight: '200 800', file: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2' },
  { family: 'Newsreader Variable', style: 'italic', weight: '200 800', file: '@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2' },
  { family: 'Source Sans 3 Variable', style: 'normal', weight: '200 900', file: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2' },
]
/** What Google Fonts calls Latin, as the packages declare it. */
const LATIN = 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'

/** Chinese comes in a hundred slices by range of characters; a page takes the few that it needs. */
const CHINESE = '@fontsource-variable/noto-serif-sc/wght.css'
const SLICE = /src: url\(\.\/(files\/noto-serif-sc-\d+-wght-normal\.woff2)\)[^;]*;\s*unicode-range: ([^;]+);/g
/** Characters that the Latin faces lack and the Chinese one has: ideographs, their marks and full-width forms. Other scripts fall back to the system's faces. */
const IDEOGRAPHIC = /[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/g

const { resolve } = createRequire(import.meta.url)
let base: string | null = null
let slices: { file: string; range: string; ranges: [from: number, to: number][] }[] | null = null

/** The whole style sheet of a report, with the fonts that the letters of its `page` need. The same page gives the same sheet. */
export function styleSheet(page: string): string {
  base ??= [...Object.values(TOKENS), ...Object.values(RULES), ...FONTS.map(({ family, style, weight, file }) => face(family, style, weight, file, LATIN))].join('\n')
  return [base, ...chineseFaces(page)].join('\n')
}

function chineseFaces(page: string): string[] {
  const points = [...new Set(page.match(IDEOGRAPHIC))].map((sign) => sign.charCodeAt(0))
  if (points.length === 0) return []
  slices ??= [...readFileSync(resolve(CHINESE), 'utf8').matchAll(SLICE)].map(([, file, range]) => ({ file: file!, range: range!, ranges: range!.split(',').map(rangeOf) }))
  return slices
    .filter(({ ranges }) => points.some((point) => ranges.some(([from, to]) => point >= from && point <= to)))
    .map(({ file, range }) => face('Noto Serif SC Variable', 'normal', '200 900', `@fontsource-variable/noto-serif-sc/${file}`, range))
}

function rangeOf(written: string): [from: number, to: number] {
  const [from, to = from] = written.trim().replace('U+', '').split('-')
  return [Number.parseInt(from!, 16), Number.parseInt(to!, 16)]
}

function face(family: string, style: string, weight: string, file: string, range: string): string {
  const data = readFileSync(resolve(file)).toString('base64')
  return `@font-face { font-family: "${family}"; font-style: ${style}; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}) format("woff2"); unicode-range: ${range}; }`
}
