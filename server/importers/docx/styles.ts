import { DEEPEST_HEADING, roleOfNames, type ParagraphRole } from '../office/style-names.ts'
import { childOf, childrenOf, type XmlElement } from '../xml/read-xml.ts'

/** What the reader is told about a run of signs. */
export interface RunLook { isHidden: boolean; isRaised: boolean; font: string }

export interface Styles {
  roleOf(properties: XmlElement | undefined): ParagraphRole
  /** The list that a paragraph stands in, and how deep; null for none. */
  listOf(properties: XmlElement | undefined): { id: string, level: number } | null
  /** `paragraph`: the properties of the paragraph the run stands in. */
  lookOf(properties: XmlElement | undefined, paragraph: XmlElement | undefined): RunLook
}

interface Style { names: string[]; chain: XmlElement[] }

/** "No outline level" in Word's files. */
const BODY_LEVEL = 9
/** How far a style's ancestors are followed; Word itself stops at ten. */
const MOST_ANCESTORS = 12

/** Whether a toggle such as `w:vanish` is on; undefined where it is not said. */
const toggle = (properties: XmlElement | undefined, name: string): boolean | undefined => {
  const found = childOf(properties, name)
  return found && !/^(?:0|false|off)$/.test(found.attributes['w:val'] ?? '')
}
const valueOf = (properties: XmlElement | undefined, name: string): string | undefined => childOf(properties, name)?.attributes['w:val']

/** Reads styles.xml. A file without one has paragraphs only. */
export function readStyles(root: XmlElement | null): Styles {
  const byId = new Map(childrenOf(root ?? undefined, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const known = new Map<string, Style>()
  const styleOf = (id: string | undefined): Style => {
    const found = known.get(id ?? '')
    if (found) return found
    const chain: XmlElement[] = []
    for (let at = byId.get(id ?? ''); at && !chain.includes(at) && chain.length < MOST_ANCESTORS; at = byId.get(valueOf(at, 'w:basedOn') ?? '')) chain.push(at)
    const names = chain.length > 0 ? chain.map((style) => (valueOf(style, 'w:name') ?? style.attributes['w:styleId'] ?? '').trim()) : [id ?? '']
    known.set(id ?? '', { names, chain })
    return { names, chain }
  }
  const first = <T>(sources: readonly (XmlElement | undefined)[], read: (properties: XmlElement) => T | undefined): T | undefined => {
    for (const source of sources) {
      const value = source && read(source)
      if (value !== undefined) return value
    }
    return undefined
  }
  const defaultStyle = [...byId.values()].find(({ attributes }) => attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(attributes['w:default'] ?? ''))?.attributes['w:styleId']
  const paragraphStyle = (properties: XmlElement | undefined): Style => styleOf(valueOf(properties, 'w:pStyle') ?? defaultStyle)
  const looks = new Map<string, { vanish: boolean | undefined, align: string | undefined, font: string | undefined }>()
  const lookOfStyle = (id: string): { vanish: boolean | undefined, align: string | undefined, font: string | undefined } => {
    let look = looks.get(id)
    if (!look) {
      const sources = styleOf(id).chain.map((style) => childOf(style, 'w:rPr'))
      look = { vanish: first(sources, (each) => toggle(each, 'w:vanish')), align: first(sources, (each) => valueOf(each, 'w:vertAlign')), font: first(sources, fontOf) }
      looks.set(id, look)
    }
    return look
  }
  return {
    roleOf(properties) {
      const { names, chain } = paragraphStyle(properties)
      const sources = [properties, ...chain.map((style) => childOf(style, 'w:pPr'))]
      const named = roleOfNames(names)
      if (named?.kind === 'furniture' || named?.kind === 'title') return named
      const outline = first(sources, (each) => valueOf(each, 'w:outlineLvl'))
      const level = outline === undefined ? 0 : Number(outline) + 1
      if (level >= 1 && level <= BODY_LEVEL) return { kind: 'heading', level: Math.min(level, DEEPEST_HEADING) }
      if (named && (named.kind !== 'heading' || outline === undefined)) return named
      const list = first(sources, (each) => valueOf(childOf(each, 'w:numPr'), 'w:numId'))
      return { kind: list !== undefined && list !== '0' ? 'list-item' : 'paragraph' }
    },
    listOf(properties) {
      const sources = [properties, ...paragraphStyle(properties).chain.map((style) => childOf(style, 'w:pPr'))]
      const id = first(sources, (each) => valueOf(childOf(each, 'w:numPr'), 'w:numId'))
      return id === undefined || id === '0' ? null : { id, level: Number(first(sources, (each) => valueOf(childOf(each, 'w:numPr'), 'w:ilvl')) ?? 0) || 0 }
    },
    lookOf(properties, paragraph) {
      const own = lookOfStyle(valueOf(properties, 'w:rStyle') ?? '')
      const around = lookOfStyle(valueOf(paragraph, 'w:pStyle') ?? defaultStyle ?? '')
      return {
        isHidden: toggle(properties, 'w:vanish') ?? own.vanish ?? around.vanish ?? false,
        isRaised: (valueOf(properties, 'w:vertAlign') ?? own.align ?? around.align) === 'superscript',
        font: (properties && fontOf(properties)) ?? own.font ?? around.font ?? '',
      }
    },
  }
}

const fontOf = (properties: XmlElement): string | undefined => {
  const fonts = childOf(properties, 'w:rFonts')?.attributes
  return fonts?.['w:ascii'] ?? fonts?.['w:hAnsi']
}

/** Whether the mark at a paragraph's end is hidden, so that the next paragraph goes on in the same line. */
export const hidesItsEnd = (properties: XmlElement | undefined): boolean => toggle(childOf(properties, 'w:rPr'), 'w:vanish') ?? false
