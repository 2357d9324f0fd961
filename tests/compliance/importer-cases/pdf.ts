import { setLines, widthOf, writePdf, type PlacedText, type WrittenPage } from '../../support/write-pdf.ts'
import type { ImporterCase, WrittenArticle } from './importer-case.ts'

/** Letters of a line, and lines of a page above the notes. */
const LETTERS = 90
const LINES = 28
const NOTES_FROM = 320

interface Word { text: string; mark?: string }

/** Each sentence with its raised mark, wrapped by words; the notes of a page stand small at its foot. */
function write({ title, sentences, furniture }: WrittenArticle): Uint8Array {
  let number = 0
  const noteOf = new Map<string, string>()
  const words = sentences.flatMap(({ text, note }): Word[] => {
    const parts: Word[] = text.split(' ').map((word) => ({ text: word }))
    if (note !== undefined) {
      noteOf.set(String(++number), note)
      parts.at(-1)!.mark = String(number)
    }
    return parts
  })
  const lines: Word[][] = [[]]
  let length = 0
  for (const word of words) {
    if (length + word.text.length + 1 > LETTERS) {
      lines.push([])
      length = 0
    }
    lines.at(-1)!.push(word)
    length += word.text.length + 1 + (word.mark?.length ?? 0)
  }
  const pages: WrittenPage[] = []
  for (let at = 0; at < lines.length; at += LINES) {
    const texts: PlacedText[] = []
    if (furniture && at === 0) texts.push({ text: furniture, x: 60, y: 770 })
    if (title && at === 0) texts.push({ text: title, x: 60, y: 735, size: 20 })
    let foot = NOTES_FROM
    lines.slice(at, at + LINES).forEach((line, index) => {
      const y = 700 - index * 13
      let x = 60
      for (const { text, mark } of line) {
        texts.push({ text, x, y })
        x += widthOf(text)
        if (mark !== undefined) {
          texts.push({ text: mark, x, y: y + 4, size: 6 })
          x += widthOf(mark, 6)
          const set = setLines(noteOf.get(mark)!, { x: 66, y: foot, letters: 110, size: 8, leading: 9 })
          texts.push({ text: mark, x: 60, y: foot + 3, size: 5 }, ...set)
          foot -= 9 * set.length
        }
        x += widthOf(' ')
      }
    })
    pages.push({ texts })
  }
  return writePdf(pages)
}

export const importerCase: ImporterCase = {
  write,
  hasFurniture: true,
  hostile: [
    { what: 'half of a file', bytes: () => write({ title: 'The Plan', sentences: [{ text: 'It grew.' }] }).subarray(0, 900), outcome: 'either' },
    { what: 'a head and nothing else', bytes: () => Uint8Array.from(Buffer.from('%PDF-1.7\n')), outcome: 'refused' },
    { what: 'a file locked with a password', bytes: () => writePdf([{ texts: [{ text: 'It grew.', x: 60, y: 700 }] }], { isLocked: true }), outcome: 'refused' },
    { what: 'a picture and no text', bytes: () => writePdf([{ texts: [], hasPicture: true }]), outcome: 'refused' },
    { what: 'more pages than a shelf of books', bytes: () => writePdf(Array.from({ length: 3_200 }, () => ({ texts: [] }))), outcome: 'refused' },
    { what: 'a script that runs when the file is opened', bytes: () => writePdf([{ texts: [{ text: 'It grew.', x: 60, y: 700 }] }], { catalog: '/OpenAction << /S /JavaScript /JS (globalThis.ranFromPdf = true; process.exit(9)) >>' }), outcome: 'read' },
    { what: 'arrays nested fifty thousand deep', bytes: () => writePdf([{ texts: [{ text: 'It grew.', x: 60, y: 700 }] }], { catalog: `/Deep ${'['.repeat(50_000)}${']'.repeat(50_000)}` }), outcome: 'either' },
    { what: 'a page of twenty thousand words', bytes: () => writePdf([{ texts: Array.from({ length: 20_000 }, (_, index) => ({ text: 'grew', x: 20 + (index % 20) * 28, y: 790 - Math.floor(index / 20) * 0.7, size: 5 })) }]), outcome: 'read' },
    { what: 'words laid one upon the other', bytes: () => writePdf([{ texts: Array.from({ length: 10_000 }, (_, index) => ({ text: `grew ${index}`, x: 60, y: 700 })) }]), outcome: 'read' },
    { what: 'letters of no size and of endless size', bytes: () => writePdf([{ texts: [{ text: 'It grew.', x: 60, y: 700 }, { text: 'It fell.', x: 60, y: 650, size: 0 }, { text: 'It rose.', x: 60, y: 600, size: 1e9 }] }]), outcome: 'read' },
    { what: 'ten thousand marks of one note', bytes: () => writePdf([{ texts: [...Array.from({ length: 10_000 }, (_, index) => ({ text: '1', x: 60 + (index % 100) * 5, y: 700 - Math.floor(index / 100) * 5 + 2, size: 3 })), { text: '1', x: 60, y: 53, size: 4 }, { text: 'A book.', x: 64, y: 50, size: 6 }] }]), outcome: 'read' },
  ],
}
