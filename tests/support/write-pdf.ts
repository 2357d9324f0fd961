/** Words on a page of a PDF made in a test: `x` and `y` in points from the lower left, `size` in points. Every letter is half its size wide. */
export interface PlacedText {
  text: string; x: number; y: number; size?: number; bold?: boolean; turned?: boolean
  /** Where it stands in the structure tree: `L/LI:2/LBody`, a number telling elements of one role apart; in the order of the texts. `Artifact` stands outside. */
  tag?: string
}
export interface WrittenPage { texts: readonly PlacedText[]; links?: readonly { rect: readonly [number, number, number, number]; url: string }[]; /** A picture that fills the page. */ hasPicture?: boolean; /** Drawing operators as they are. */ raw?: string }
export interface PdfDetails { title?: string; /** Locked with a password that nobody knows. */ isLocked?: boolean; /** Alternative texts by the path of their element. */ alt?: Readonly<Record<string, string>>; /** Bookmarks, one below the other. */ outline?: readonly string[]; catalog?: string }

const WIDTH = 612
const HEIGHT = 792
/** Letters stand for themselves as UTF-16, so any text can be written without a font file. */
const TO_UNICODE = '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Letters def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end'
const hex = (text: string): string => Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0')).join('')

/** How wide words are in points. */
export const widthOf = (text: string, size = 10): number => text.length * size * 0.5

/** A PDF with these pages, letter by letter by hand: no package writes what its reader could be wrong about in the same way. */
export function writePdf(pages: readonly WrittenPage[], { title, isLocked = false, outline = [], catalog = '', alt = {} }: PdfDetails = {}): Uint8Array {
  const objects: string[] = []
  const add = (body: string): number => objects.push(body)
  const stream = (body: string, entries = ''): string => `<< ${entries} /Length ${body.length} >>\nstream\n${body}\nendstream`
  const letters = add(stream(TO_UNICODE))
  const [roman, bold] = ['Roman', 'Roman-Bold'].map((name) => {
    const descriptor = add(`<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>`)
    const inner = add(`<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor ${descriptor} 0 R >>`)
    return add(`<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${inner} 0 R] /ToUnicode ${letters} 0 R >>`)
  })
  const picture = pages.some(({ hasPicture }) => hasPicture) ? add(stream('\x00\x80\xff\x40', '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8')) : 0
  const parent = objects.length + pages.reduce((sum, { links }) => sum + 2 + (links?.length ?? 0), 0) + 1
  const isTagged = pages.some(({ texts }) => texts.some(({ tag }) => tag !== undefined))
  const kids = pages.map(({ texts, links = [], hasPicture, raw = '' }, pageIndex) => {
    const drawn = texts.map(({ text, x, y, size = 10, bold: isBold, turned, tag }, index) => `${openingOf(tag, index)}BT /${isBold ? 'B' : 'R'} ${size} Tf ${turned ? '0 1 -1 0' : '1 0 0 1'} ${x} ${y} Tm <${hex(text)}> Tj ET${tag ? ' EMC' : ''}`).join('\n')
    const content = add(stream(`${hasPicture ? `q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /P Do Q\n` : ''}${raw}${drawn}`))
    const places = links.map(({ rect, url }) => add(`<< /Type /Annot /Subtype /Link /Rect [${rect.join(' ')}] /A << /S /URI /URI (${url}) >> >>`))
    return add(`<< /Type /Page /Parent ${parent} 0 R ${isTagged ? `/StructParents ${pageIndex}` : ''} /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${content} 0 R /Annots [${places.map((place) => `${place} 0 R`).join(' ')}] /Resources << /Font << /R ${roman} 0 R /B ${bold} 0 R >> ${picture ? `/XObject << /P ${picture} 0 R >>` : ''} >> >>`)
  })
  add(`<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`)
  const bookmarks = objects.length + 1
  if (outline.length > 0) add(`<< /Type /Outlines /First ${bookmarks + 1} 0 R /Last ${bookmarks + outline.length} 0 R /Count ${outline.length} >>`)
  outline.forEach((words, index) => add(`<< /Title <feff${hex(words)}> /Parent ${bookmarks} 0 R ${index + 1 < outline.length ? `/Next ${bookmarks + index + 2} 0 R` : ''} >>`))
  const tree = isTagged ? `/MarkInfo << /Marked true >> /StructTreeRoot ${writeTree(pages, kids, alt, add, objects.length)} 0 R` : ''
  const root = add(`<< /Type /Catalog /Pages ${parent} 0 R ${outline.length > 0 ? `/Outlines ${bookmarks} 0 R` : ''} ${tree} ${catalog} >>`)
  const info = title === undefined ? '' : `/Info ${add(`<< /Title <feff${hex(title)}> >>`)} 0 R`
  const lock = isLocked ? `/Encrypt ${add(`<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`)} 0 R /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]` : ''
  return assemble(objects, `/Root ${root} 0 R ${info} ${lock}`)
}

const openingOf = (tag: string | undefined, index: number): string => (tag === undefined ? '' : tag === 'Artifact' ? '/Artifact BMC ' : `/Span << /MCID ${index} >> BDC `)

/** The structure tree of tagged texts; answers the number of its root. */
function writeTree(pages: readonly WrittenPage[], kids: readonly number[], alt: Readonly<Record<string, string>>, add: (body: string) => number, count: number): number {
  interface Element { number: number; role: string; parent: Element | null; path: string; kids: (string | Element)[] }
  let number = count + 2
  const top: Element = { number: number++, role: 'Document', parent: null, path: '', kids: [] }
  const elements = new Map<string, Element>([['', top]])
  const holders = pages.map(({ texts }, page) => texts.map(({ tag }, index) => {
    if (tag === undefined || tag === 'Artifact') return null
    const steps = tag.split('/')
    const holder = steps.reduce((parent, step, depth) => {
      const path = steps.slice(0, depth + 1).join('/')
      const known = elements.get(path)
      if (known) return known
      const element: Element = { number: number++, role: step.replace(/:.*/, ''), parent, path, kids: [] }
      elements.set(path, element)
      parent.kids.push(element)
      return element
    }, top)
    holder.kids.push(`<< /Type /MCR /Pg ${kids[page]!} 0 R /MCID ${index} >>`)
    return holder
  }))
  const root = add(`<< /Type /StructTreeRoot /K [${top.number} 0 R] /ParentTree << /Nums [${holders.map((own, page) => `${page} [${own.map((holder) => (holder ? `${holder.number} 0 R` : 'null')).join(' ')}]`).join(' ')}] >> >>`)
  for (const { role, parent, path, kids: own } of elements.values()) {
    add(`<< /Type /StructElem /S /${role} /P ${parent ? parent.number : root} 0 R ${alt[path] === undefined ? '' : `/Alt <feff${hex(alt[path])}>`} /K [${own.map((kid) => (typeof kid === 'string' ? kid : `${kid.number} 0 R`)).join(' ')}] >>`)
  }
  return root
}

function assemble(objects: readonly string[], trailer: string): Uint8Array {
  const parts = ['%PDF-1.7\n']
  let length = parts[0]!.length
  const places = objects.map((body, index) => {
    const at = length
    const part = `${index + 1} 0 obj\n${body}\nendobj\n`
    parts.push(part)
    length += part.length
    return at
  })
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${length}\n%%EOF\n`)
  return Uint8Array.from(Buffer.from(parts.join(''), 'latin1'))
}

/** A PDF of so many pages of prose, each with words of its own. */
export const longPdf = (pages: number): Uint8Array => writePdf(Array.from({ length: pages }, (_, index) => ({ texts: setLines(`In ${1200 + index} the harbour board counted ${index + 7} ferries on the river. `.repeat(30).trim(), { x: 60, y: 700, letters: 90 }) })))

/** Words set in lines of at most `letters` letters from the top down, the first one indented by `indent`. */
export function setLines(text: string, { x, y, letters, leading = 12, size = 10, indent = 0 }: { x: number, y: number, letters: number, leading?: number, size?: number, indent?: number }): PlacedText[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= letters - (lines.length === 1 ? indent / (size * 0.5) : 0)) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines.map((line, index) => ({ text: line, x: x + (index === 0 ? indent : 0), y: y - index * leading, size }))
}
