import { roleOfNames, type ParagraphRole } from '../office/style-names.ts'
import { childOf, type XmlElement } from '../xml/read-xml.ts'

export interface OpenStyles {
  /** Whether the items of a list are counted, and not marked with a sign. */
  isCounted(listStyle: string | undefined): boolean
  /** What the paragraphs of a style are; null when its names say nothing. */
  roleOf(name: string | undefined): ParagraphRole | null
  lookOf(name: string | undefined): { isHidden: boolean, isRaised: boolean }
}

/** How far a style's ancestors are followed. */
const MOST_ANCESTORS = 12
/** `_20_` stands for a space in a style's name. */
const decodeName = (name: string): string => name.replace(/_([0-9a-f]{2,6})_/gi, (_, code: string) => String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)))

/** Reads the styles a file declares, those without a name ("P1") with their ancestors. */
export function readOpenStyles(declared: readonly XmlElement[], listStyles: readonly XmlElement[]): OpenStyles {
  const counted = new Set(listStyles.filter((style) => childOf(style, 'text:list-level-style-number')?.attributes['text:level'] === '1').map(({ attributes }) => attributes['style:name']))
  const byName = new Map<string, XmlElement>()
  for (const style of declared) byName.set(`${style.attributes['style:family']} ${style.attributes['style:name']}`, style)
  const chainOf = (family: string, name: string | undefined): XmlElement[] => {
    const chain: XmlElement[] = []
    for (let at = byName.get(`${family} ${name}`); at && !chain.includes(at) && chain.length < MOST_ANCESTORS; at = byName.get(`${family} ${at.attributes['style:parent-style-name']}`)) chain.push(at)
    return chain
  }
  const roles = new Map<string | undefined, ParagraphRole | null>()
  return {
    isCounted: (listStyle) => counted.has(listStyle),
    roleOf(name) {
      if (!roles.has(name)) {
        const chain = chainOf('paragraph', name)
        const names = chain.flatMap(({ attributes }) => [attributes['style:display-name'], attributes['style:name'], attributes['style:parent-style-name']])
        roles.set(name, roleOfNames([name, ...names].flatMap((each) => each ? [decodeName(each)] : [])))
      }
      return roles.get(name)!
    },
    lookOf(name) {
      const properties = name === undefined ? [] : [...chainOf('text', name), ...chainOf('paragraph', name)].map((style) => childOf(style, 'style:text-properties')?.attributes)
      const position = properties.find((each) => each?.['style:text-position'])?.['style:text-position'] ?? ''
      return { isHidden: properties.find((each) => each?.['text:display'])?.['text:display'] === 'none', isRaised: /^(?:super|[1-9]\d*%)/.test(position) }
    },
  }
}
