import { childrenOf, isElement, wordsOf, type XmlElement } from '../xml/read-xml.ts'

/** Words as Word shows them: line ends are spaces, and white space at either end counts only where the file says so. */
export function typedWords(element: XmlElement): string {
  const words = wordsOf(element).replace(/[\t\n\r]/g, ' ')
  return element.attributes['xml:space'] === 'preserve' ? words : words.trim()
}

/** The words below an element, paragraphs on lines of their own: for comments, running heads and messages. */
export function plainWords(element: XmlElement | undefined): string {
  if (!element) return ''
  if (element.name === 'w:t') return typedWords(element)
  if (element.name === 'w:tab' || element.name === 'w:br' || element.name === 'w:cr') return element.name === 'w:tab' ? '\t' : '\n'
  if (element.name === 'w:del' || element.name === 'w:moveFrom' || element.name === 'mc:Fallback') return ''
  const paragraphs = childrenOf(element, 'w:p')
  const words = element.children.map((child) => isElement(child) ? `${plainWords(child)}${child.name === 'w:p' && child !== paragraphs.at(-1) ? '\n' : ''}` : '').join('')
  return element.name === 'w:tc' ? `${words}\t` : words
}
