import { visitElements, type XmlElement } from '../xml/read-xml.ts'

/** A field (a computed stretch of text): its instruction and whether its result is under way. */
export interface Field { instruction: string; isResult: boolean; end?: () => void }

export interface Fields {
  /** Begin, separator or end of a field. `open` is called when its result begins and may return what to do at its end; `alone` when it ends without a result. */
  turn(fieldChar: XmlElement, open: (field: Field) => (() => void) | undefined, alone: (field: Field) => void): void
  instruct(words: string): void
  /** Whether what is read is an instruction, which no reader sees. */
  readonly isInstruction: boolean
  readonly isContents: boolean
}

const typeOf = (fieldChar: XmlElement): string => fieldChar.attributes['w:fldCharType'] ?? ''

/** Field characters of a story that never find their other half: they are passed over, so that a damaged field does not swallow the rest of the text. */
export function unpairedFieldChars(story: XmlElement): ReadonlySet<XmlElement> {
  const unpaired = new Set<XmlElement>()
  const open: XmlElement[][] = []
  visitElements(story, (element) => {
    if (element.name !== 'w:fldChar') return
    if (typeOf(element) === 'begin') open.push([element])
    else if (open.length === 0) unpaired.add(element)
    else if (typeOf(element) === 'end') open.pop()
    else open.at(-1)!.push(element)
  })
  for (const characters of open) for (const character of characters) unpaired.add(character)
  return unpaired
}

/** What a field is for: the first word of its instruction. */
export const purposeOf = ({ instruction }: { instruction: string }): string => /^\s*(\w+)/.exec(instruction)?.[1]?.toUpperCase() ?? ''
/** The address of a HYPERLINK instruction; `#place` for a place in the document. */
export function addressOf(instruction: string): string | null {
  const quoted = [...instruction.matchAll(/(\\[a-z])?\s*"([^"]*)"/gi)]
  const address = quoted.find(([, option]) => option === undefined)?.[2] ?? /HYPERLINK\s+([^\s"\\]+)/i.exec(instruction)?.[1] ?? ''
  const place = quoted.find(([, option]) => option?.toLowerCase() === '\\l')?.[2]
  return address || place ? `${address}${place ? `#${place}` : ''}` : null
}

/** The sign that a SYMBOL field shows: its font and its code, written in digits or as 0x… */
export function symbolOf(instruction: string): { font: string, code: number } | null {
  const code = /^\s*SYMBOL\s+(0x[\da-f]+|\d+)/i.exec(instruction)?.[1]
  return code === undefined ? null : { font: /\\f\s+"?([^"\\]+)"?/i.exec(instruction)?.[1]?.trim() ?? '', code: Number(code) }
}

const CONTENTS = new Set(['TOC', 'INDEX', 'TOA'])

/** Follows the complex fields of one story through its runs and paragraphs. */
export function followFields(unpaired: ReadonlySet<XmlElement>): Fields {
  const open: Field[] = []
  return {
    turn(fieldChar, begin, alone) {
      if (unpaired.has(fieldChar)) return
      const type = typeOf(fieldChar)
      if (type === 'begin') open.push({ instruction: '', isResult: false })
      else if (type === 'separate' && open.length > 0) {
        const field = open.at(-1)!
        field.isResult = true
        const end = begin(field)
        if (end) field.end = end
      } else if (type === 'end') {
        const field = open.pop()
        field?.end?.()
        if (field && !field.isResult) alone(field)
      }
    },
    instruct(words) {
      const field = open.at(-1)
      if (field && !field.isResult) field.instruction += words
    },
    get isInstruction() {
      return open.some(({ isResult }) => !isResult)
    },
    get isContents() {
      return open.some((field) => field.isResult && CONTENTS.has(purposeOf(field)))
    },
  }
}
