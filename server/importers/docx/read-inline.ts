import { LEFT_OUT } from '../office/left-out.ts'
import { isSymbolFont, readSymbol } from '../office/symbol-fonts.ts'
import { isOutOfView, type ChangeDetails } from '../office/tracked-changes.ts'
import { childOf, isElement, wordsOf, type XmlElement } from '../xml/read-xml.ts'
import { chosenBranch, readDrawing, writeEquation } from './drawings.ts'
import { purposeOf, symbolOf, type Field } from './fields.ts'
import { readNoteMark, endTypedMark } from './note-marks.ts'
import { endRaised, openField } from './open-field.ts'
import { changeOf, type Reading } from './reading.ts'
import type { RunLook } from './styles.ts'
import { plainWords, typedWords } from './words.ts'

const REVISIONS: Record<string, ChangeDetails['kind']> = { 'w:ins': 'insertion', 'w:del': 'deletion', 'w:moveFrom': 'move-from', 'w:moveTo': 'move-to' }
/** A sign that no letter is known for. */
const UNKNOWN_SIGN = '□'

/** Words of a run: to the changes under way, and into the text when they are in this view. */
function readWords(reading: Reading, words: string): void {
  if (words === '' || reading.fields.isInstruction) return
  reading.changes.hear(words)
  if (reading.outOfView > 0) return
  if (reading.typedMark) reading.typedMark.words += words
  reading.writer.write(words)
}

function readSpace(reading: Reading, space: '\n' | '\t'): void {
  if (reading.fields.isInstruction) return
  reading.changes.hear(space)
  if (reading.outOfView === 0) reading.writer.separate(reading.isInCell ? ' ' : space)
}

export const readChildren = (reading: Reading, element: XmlElement): void => {
  for (const child of element.children) if (isElement(child)) readInline(reading, child)
}

/** What is inside a revision; `kind` says whether this view has it. */
function readRevision(reading: Reading, element: XmlElement, kind: ChangeDetails['kind'], read: () => void): void {
  const change = reading.changes.begin(changeOf(element, kind))
  const isOut = isOutOfView(kind, reading.view)
  if (isOut) reading.outOfView++
  read()
  if (isOut) reading.outOfView--
  reading.changes.end(change)
}

/** Everything that can stand inside a paragraph. What is not known is looked into, so that no words are lost. */
function readInline(reading: Reading, element: XmlElement): void {
  const revision = REVISIONS[element.name]
  if (revision) return readRevision(reading, element, revision, () => readChildren(reading, element))
  switch (element.name) {
    case 'w:pPr': case 'w:rPr': case 'w:sdtPr': case 'w:sdtEndPr': case 'w:bookmarkStart': case 'w:bookmarkEnd': case 'w:proofErr': return
    case 'w:r': return readRun(reading, element)
    case 'w:hyperlink': return readLink(reading, element)
    case 'w:fldSimple': return readSimpleField(reading, element)
    case 'w:sdt': return readControl(reading, element, () => readChildren(reading, element))
    case 'm:oMath': case 'm:oMathPara': {
      const words = writeEquation(element)
      reading.leftOut.add(LEFT_OUT.equation, `An equation is written in one line (“${words.slice(0, 60)}”); check it against the file.`, reading.writer.nextSign())
      return readWords(reading, ` ${words} `)
    }
    case 'mc:AlternateContent': {
      const branch = chosenBranch(element)
      return branch && readChildren(reading, branch)
    }
    case 'w:commentRangeStart': return void reading.comments.starts.set(element.attributes['w:id'] ?? '', reading.writer.nextSign())
    case 'w:commentRangeEnd': {
      const start = reading.comments.starts.get(element.attributes['w:id'] ?? '')
      if (start) reading.comments.spans.set(element.attributes['w:id'] ?? '', reading.writer.spanFrom(start))
      return
    }
    case 'w:subDoc': return reading.leftOut.add(LEFT_OUT.embedded, 'A sub-document is not read.', reading.writer.here())
    default: readChildren(reading, element)
  }
}

/** A content control; one that only shows its prompt holds no words of the author. */
export function readControl(reading: Reading, control: XmlElement, read: () => void): void {
  const showing = childOf(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr')
  if (!showing || /^(?:0|false|off)$/.test(showing.attributes['w:val'] ?? '')) return read()
  const prompt = plainWords(control).trim().slice(0, 60)
  if (prompt !== '') reading.leftOut.add(LEFT_OUT.placeholder, `A placeholder that nobody filled in (“${prompt}”) is left out.`, reading.writer.here())
}

function readLink(reading: Reading, element: XmlElement): void {
  const { 'r:id': id, 'w:anchor': anchor } = element.attributes
  const link = reading.links.get(id ?? '')
  const href = `${link?.isExternal ? link.target : ''}${anchor ? `#${anchor}` : ''}`
  if (href === '' || reading.outOfView > 0) return readChildren(reading, element)
  const mark = reading.writer.begin({ kind: 'link', href })
  readChildren(reading, element)
  reading.writer.end(mark)
}

function readSimpleField(reading: Reading, element: XmlElement): void {
  const end = openField(reading, { instruction: element.attributes['w:instr'] ?? '', isResult: true })
  readChildren(reading, element)
  end?.()
}

function readRun(reading: Reading, run: XmlElement): void {
  const properties = childOf(run, 'w:rPr')
  const look = reading.styles.lookOf(properties, reading.paragraph)
  const changed = childOf(properties, 'w:rPrChange')
  const change = changed && reading.changes.begin(changeOf(changed, 'formatting'))
  const holdsWords = run.children.some((child) => isElement(child) && (child.name === 'w:t' || child.name === 'w:sym'))
  if (!look.isRaised || look.isHidden) endRaised(reading)
  else if (holdsWords && !reading.raised && reading.outOfView === 0 && !reading.fields.isInstruction && !reading.typedMark) reading.raised = reading.writer.begin(reading.raisedTarget === null ? { kind: 'superscript' } : { kind: 'note-mark', target: reading.raisedTarget })
  for (const child of run.children) if (isElement(child)) readRunContent(reading, child, look)
  if (reading.typedMark && reading.typedMark.words.trim() !== '') endTypedMark(reading)
  if (change) reading.changes.end(change)
}

function readRunContent(reading: Reading, element: XmlElement, look: RunLook): void {
  const { writer, leftOut } = reading
  switch (element.name) {
    case 'w:t': case 'w:delText': {
      const words = typedWords(element)
      if (look.isHidden) return leftOut.add(LEFT_OUT.hidden, `Hidden text (“${words.slice(0, 60)}”) is left out.`, writer.here())
      return readWords(reading, isSymbolFont(look.font) ? [...words].map((sign) => symbol(reading, look.font, sign.codePointAt(0)!)).join('') : words)
    }
    case 'w:sym': return readWords(reading, symbol(reading, element.attributes['w:font'] ?? '', Number.parseInt(element.attributes['w:char'] ?? '', 16) || 0))
    case 'w:instrText': case 'w:delInstrText': return reading.fields.instruct(wordsOf(element))
    case 'w:fldChar': return reading.fields.turn(element, (field) => openField(reading, field), (field) => readLoneField(reading, field))
    case 'w:tab': case 'w:ptab': return readSpace(reading, '\t')
    case 'w:cr': return readSpace(reading, '\n')
    case 'w:br':
      if (element.attributes['w:type'] === 'page') reading.numbers.endPage()
      return readSpace(reading, '\n')
    case 'w:lastRenderedPageBreak': return reading.numbers.endPage()
    case 'w:noBreakHyphen': return readWords(reading, '\u2011')
    case 'w:footnoteReference': case 'w:endnoteReference':
      endRaised(reading)
      return readNoteMark(reading, element.name === 'w:footnoteReference' ? 'footnote' : 'endnote', element)
    case 'w:commentReference': {
      const id = element.attributes['w:id'] ?? ''
      if (!reading.comments.spans.has(id)) reading.comments.spans.set(id, writer.spanFrom(reading.comments.starts.get(id) ?? writer.here()))
      return
    }
    case 'w:drawing': case 'w:pict': case 'w:object': {
      if (reading.outOfView > 0) return
      const drawn = readDrawing(element)
      reading.boxes.push(...drawn.boxes)
      for (const { kind, message } of drawn.leftOut) leftOut.add(kind, message, writer.here())
      return
    }
    case 'w:ruby': {
      const base = childOf(element, 'w:rubyBase')
      leftOut.add(LEFT_OUT.ruby, `A reading aid (“${plainWords(childOf(element, 'w:rt')).slice(0, 40)}”) is left out.`, writer.here())
      return base && readChildren(reading, base)
    }
    case 'mc:AlternateContent': {
      const branch = chosenBranch(element)
      for (const child of branch?.children ?? []) if (isElement(child)) readRunContent(reading, child, look)
      return
    }
    default:
  }
}

/** A field without a result that shows something all the same: a sign, or a formula of the old kind. */
function readLoneField(reading: Reading, field: Field): void {
  const sign = symbolOf(field.instruction)
  if (sign) return readWords(reading, symbol(reading, sign.font, sign.code))
  if (purposeOf(field) !== 'EQ' || reading.outOfView > 0 || reading.fields.isInstruction) return
  reading.leftOut.add(LEFT_OUT.equation, `A formula that is a field (“${field.instruction.trim().slice(0, 60)}”) is left out.`, reading.writer.here())
}

function symbol(reading: Reading, font: string, code: number): string {
  const sign = readSymbol(font, code)
  if (sign === null) reading.leftOut.add(LEFT_OUT.sign, `A sign of the font ${font} (${code.toString(16).toUpperCase()}) has no letter; a ${UNKNOWN_SIGN} stands for it.`, reading.writer.nextSign())
  return sign ?? UNKNOWN_SIGN
}
