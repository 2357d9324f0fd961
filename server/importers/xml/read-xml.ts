import { SaxesParser } from 'saxes'
import { AppError } from '#shared/errors.ts'
import { decode } from '../decode.ts'

/** An element with its children. Names are `prefix:local`, the prefix chosen by whoever reads and not by the file; an unknown namespace has the prefix `?`. */
export interface XmlElement { name: string; attributes: Readonly<Record<string, string>>; children: readonly XmlNode[] }
export type XmlNode = XmlElement | string

/** Office writers nest tables in tables some ten deep, each four elements; walks recurse, so the stack is guarded here. */
const DEEPEST_NESTING = 400
/** An element takes about 150 bytes once read; this many fit into the memory of a small machine, and a book has a tenth of them. */
const MOST_ELEMENTS = 1_500_000
/** The namespace of xml:space, xml:lang and xml:id, which needs no declaration. */
const XML = 'http://www.w3.org/XML/1998/namespace'
const NO_ATTRIBUTES: XmlElement['attributes'] = Object.freeze({})
const NO_CHILDREN: readonly XmlNode[] = Object.freeze([])
const DECLARED_ENCODING = /^(?:\xef\xbb\xbf)?<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.-]{2,30})/

/**
 * Reads XML into a tree. `part` and `file` name it in messages, `prefixes` gives the prefix for each namespace address. Entities that a file declares itself are refused, never expanded;
 * nothing outside the file is looked at. Throws AppError `unreadable` (not well-formed, nested too deep, entities) or `too-large`.
 */
export function readXml(bytes: Uint8Array, { part, file, prefixes }: { part: string, file: string, prefixes: Readonly<Record<string, string>> }): XmlElement {
  const refuse = (why: string): AppError => new AppError('unreadable', `“${file}” cannot be read: its part ${part} ${why}. Open it in the program it was written with, save it again and import that file.`, { name: file, part })
  const parser = new SaxesParser({ xmlns: true })
  const root: { children: XmlNode[] } = { children: [] }
  const stack: { children: XmlNode[] | readonly XmlNode[] }[] = [root]
  let count = 0
  const nameOf = (uri: string, local: string): string => uri === '' ? local : uri === XML ? `xml:${local}` : `${Object.hasOwn(prefixes, uri) ? prefixes[uri] : '?'}:${local}`
  const addText = (words: string): void => addTo(stack.at(-1)!, words)
  parser.on('error', (error) => {
    throw refuse(`is not well-formed XML (${error.message.replace(/^undefined:/, 'line ')})`)
  })
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) throw refuse('declares entities of its own, which articles do not need and which can be made to fill the memory')
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (stack.length > DEEPEST_NESTING) throw refuse(`is nested more than ${DEEPEST_NESTING} levels deep`)
    if (++count > MOST_ELEMENTS) throw new AppError('too-large', `“${file}” holds more than ${MOST_ELEMENTS.toLocaleString('en')} elements in ${part}. Import the article alone, or a chapter at a time.`, { name: file, part })
    const element: XmlElement = { name: nameOf(uri, local), attributes: attributesOf(attributes, nameOf), children: NO_CHILDREN }
    addTo(stack.at(-1)!, element)
    stack.push(element)
  })
  parser.on('closetag', () => void stack.pop())
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(decode(bytes, DECLARED_ENCODING.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))?.[1])).close()
  const found = root.children.find((child) => typeof child !== 'string')
  if (!found) throw refuse('is empty')
  return found
}

function addTo(parent: { children: XmlNode[] | readonly XmlNode[] }, child: XmlNode): void {
  if (parent.children === NO_CHILDREN) parent.children = [child]
  else (parent.children as XmlNode[]).push(child)
}

function attributesOf(given: Record<string, { uri: string, local: string, value: string }>, nameOf: (uri: string, local: string) => string): XmlElement['attributes'] {
  let attributes: Record<string, string> | null = null
  for (const key in given) {
    const { uri, local, value } = given[key]!
    if (uri === 'http://www.w3.org/2000/xmlns/') continue
    attributes ??= {}
    attributes[nameOf(uri, local)] = value
  }
  return attributes ?? NO_ATTRIBUTES
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string'
/** The child elements of a name. */
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] => element?.children.filter((child): child is XmlElement => isElement(child) && child.name === name) ?? []
/** The first child element of a name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined => element?.children.find((child): child is XmlElement => isElement(child) && child.name === name)

/** Visits an element and all below it in document order; `visit` returning false leaves out what is below. */
export function visitElements(element: XmlElement, visit: (element: XmlElement) => boolean | void): void {
  if (visit(element) === false) return
  for (const child of element.children) if (isElement(child)) visitElements(child, visit)
}

/** All the words below an element. */
export const wordsOf = (element: XmlElement): string => element.children.map((child) => isElement(child) ? wordsOf(child) : child).join('')
