import { childOf, childrenOf, isElement, visitElements, wordsOf, type XmlElement } from '../xml/read-xml.ts'
import { LEFT_OUT, type LeftOutKind } from '../office/left-out.ts'

/** What stands in a drawing, an older picture or an embedded object: the text in its boxes, and what cannot be read. */
export interface Drawn { boxes: XmlElement[]; leftOut: { kind: LeftOutKind, message: string }[] }

/** One branch of content that a file gives in several ways for programs of several ages: the first that holds anything. */
export function chosenBranch(alternate: XmlElement): XmlElement | undefined {
  return childrenOf(alternate, 'mc:Choice').find(({ children }) => children.some(isElement)) ?? childOf(alternate, 'mc:Fallback')
}

/** Lines, arrows and boxes: what they say is the text in them. */
const SHAPES = /wordprocessing(?:Shape|Group|Canvas|Ink)$|lockedCanvas$/i

const said = (words: string | undefined): string => words?.trim() ? ` (“${words.trim().replace(/\s+/g, ' ').slice(0, 120)}”)` : ''

/** Reads `w:drawing`, `w:pict` and `w:object`. */
export function readDrawing(drawing: XmlElement): Drawn {
  const boxes: XmlElement[] = []
  const leftOut: Drawn['leftOut'] = []
  let description = ''
  let isOfUnknownKind = false
  const leave = (kind: LeftOutKind, message: string): void => {
    if (!leftOut.some((other) => other.kind === kind)) leftOut.push({ kind, message })
  }
  const visit = (element: XmlElement): boolean | void => {
    const { name, attributes } = element
    if (name === 'mc:AlternateContent') {
      const branch = chosenBranch(element)
      if (branch) visitElements(branch, visit)
      return false
    }
    if (name === 'w:txbxContent') {
      boxes.push(element)
      return false
    }
    if (name === 'wp:docPr') description = attributes.descr || attributes.title || ''
    if (name === 'a:graphicData') isOfUnknownKind = !SHAPES.test(attributes.uri ?? '')
    if (name === 'pic:pic' || (name === 'v:imagedata' && drawing.name !== 'w:object')) leave(LEFT_OUT.picture, `A picture${said(description || attributes['o:title'])} is left out; what it shows is not read.`)
    if (name === 'c:chart') leave(LEFT_OUT.chart, `A chart${said(description)} is left out; its figures are not read.`)
    if (name === 'dgm:relIds') leave(LEFT_OUT.diagram, `A diagram (SmartArt)${said(description)} is left out; its words are not read.`)
    if (name === 'o:OLEObject') leave(LEFT_OUT.object, `An embedded object${said(attributes.ProgID)} is left out.`)
    if (name === 'v:textpath') leave(LEFT_OUT.picture, `Words drawn as a picture${said(attributes.string)} are left out.`)
  }
  visitElements(drawing, visit)
  if (boxes.length === 0 && leftOut.length === 0 && isOfUnknownKind) leave(LEFT_OUT.object, `A drawing${said(description)} of a kind that is not read is left out.`)
  if (boxes.length === 0 && leftOut.length === 0 && drawing.name === 'w:object') leave(LEFT_OUT.object, 'An embedded object is left out.')
  return { boxes, leftOut }
}

/** A formula in one line: fractions with a stroke, raised and lowered parts with ^ and _. */
export function writeEquation(element: XmlElement): string {
  const part = (name: string): string => {
    const found = childOf(element, name)
    return found ? writeEquation(found) : ''
  }
  const grouped = (words: string): string => /^[\p{L}\p{N}.]*$/u.test(words) ? words : `(${words})`
  switch (element.name) {
    case 'm:t': return wordsOf(element)
    case 'm:f': return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`
    case 'm:sSup': return `${part('m:e')}^${grouped(part('m:sup'))}`
    case 'm:sSub': return `${part('m:e')}_${grouped(part('m:sub'))}`
    case 'm:sSubSup': return `${part('m:e')}_${grouped(part('m:sub'))}^${grouped(part('m:sup'))}`
    case 'm:limLow': return `${part('m:e')}_${grouped(part('m:lim'))}`
    case 'm:m': return `(${childrenOf(element, 'm:mr').map((row) => childrenOf(row, 'm:e').map(writeEquation).join(', ')).join('; ')})`
    case 'm:rad': return `√(${part('m:e')})`
    case 'm:d': return `(${childrenOf(element, 'm:e').map(writeEquation).join(', ')})`
    case 'm:nary': {
      const sign = childOf(childOf(element, 'm:naryPr'), 'm:chr')?.attributes['m:val'] ?? '∫'
      const [sub, sup] = [part('m:sub'), part('m:sup')]
      return `${sign}${sub && `_${grouped(sub)}`}${sup && `^${grouped(sup)}`} ${part('m:e')}`
    }
    default: return element.children.map((child) => isElement(child) ? writeEquation(child) : '').join('')
  }
}
