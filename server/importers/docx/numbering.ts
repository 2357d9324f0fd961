import { childOf, childrenOf, type XmlElement } from '../xml/read-xml.ts'

/** The number that a reader sees before a paragraph of a list; null for bullets and for what is no list. Paragraphs are asked for in text order: each takes the next number. */
export type ListNumbers = (numberId: string, level: number) => number | null

const valueOf = (element: XmlElement | undefined, name: string): string | undefined => childOf(element, name)?.attributes['w:val']

/** Reads numbering.xml, as far as lists of notes need it: which lists count, from where. */
export function readNumbering(root: XmlElement | null): ListNumbers {
  const abstract = new Map(childrenOf(root ?? undefined, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'] ?? '', each]))
  const lists = new Map(childrenOf(root ?? undefined, 'w:num').map((each) => [each.attributes['w:numId'] ?? '', each]))
  const counts = new Map<string, number>()
  return (numberId, level) => {
    const list = lists.get(numberId)
    const source = abstract.get(valueOf(list, 'w:abstractNumId') ?? '')
    const override = childrenOf(list, 'w:lvlOverride').find(({ attributes }) => Number(attributes['w:ilvl']) === level)
    const format = childOf(override, 'w:lvl') ?? childrenOf(source, 'w:lvl').find(({ attributes }) => Number(attributes['w:ilvl']) === level)
    if (!format || /^(?:bullet|none)$/.test(valueOf(format, 'w:numFmt') ?? 'decimal')) return null
    // Lists that share their definition count on, unless one says where it starts.
    const start = valueOf(override, 'w:startOverride')
    const key = start === undefined ? `${valueOf(list, 'w:abstractNumId')} ${level}` : `list ${numberId} ${level}`
    const number = counts.has(key) ? counts.get(key)! + 1 : Number(start ?? valueOf(format, 'w:start') ?? 1)
    counts.set(key, number)
    return number
  }
}
