import { Readability } from '@mozilla/readability'
import type { PageDocument, PageElement, PageNode } from './nodes.ts'
import { isElement, isText, walk } from './nodes.ts'

/** The attribute by which an element is known again after Readability has rebuilt the page. */
const NUMBER = 'data-reading'
/** Readability's time grows faster than the page; one with more nodes (a long encyclopaedia article has 30,000) is read whole. */
const MOST_NODES = 120_000
/** Readability recurses; a page nested deeper than this is read whole. */
const DEEPEST_NESTING = 400

/** The elements and the words of a page in document order. */
function elementsOf(document: PageDocument): { elements: PageElement[], words: PageNode[], nodes: number, depth: number } {
  const elements: PageElement[] = []
  const words: PageNode[] = []
  let [nodes, depth, deepest] = [0, 0, 0]
  walk(document.documentElement, (node) => {
    nodes++
    deepest = Math.max(deepest, ++depth)
    if (isElement(node)) elements.push(node)
    else if (isText(node)) words.push(node)
  }, () => void depth--)
  return { elements, words, nodes, depth: deepest }
}

/**
 * Which elements of `page` belong to its main content, by Mozilla's Readability (the reader view of Firefox) on a second parse of the same page, which it takes apart.
 * Null when it finds none, or the page is too large or too deep for it: the whole page is read then.
 */
export function findMainContent(page: PageDocument, parseAgain: () => PageDocument): ReadonlySet<PageElement> | null {
  const { elements, words, nodes, depth } = elementsOf(page)
  if (nodes > MOST_NODES || depth > DEEPEST_NESTING) return null
  const copy = parseAgain()
  const copied = elementsOf(copy)
  copied.elements.forEach((element, index) => element.setAttribute(NUMBER, String(index)))
  const placeOf = new Map(copied.words.map((node, index) => [node, index]))
  const content = contentOf(copy)
  if (!content) return null
  const kept = new Set<PageElement>()
  walk(content, (node) => {
    // What it makes anew (a paragraph of a division) has no number, but the words are the same.
    const index = isElement(node) ? -1 : placeOf.get(node) ?? -1
    const element = isElement(node) ? elements[Number(node.getAttribute(NUMBER) ?? -1)] : /\S/.test(node.nodeValue ?? '') ? words[index]?.parentNode : undefined
    if (element && isElement(element)) kept.add(element)
  })
  return kept
}

/** The root of what Readability keeps. A page that it cannot take (it recurses, and some markup has it spread long lists) has no main content rather than no reading. */
function contentOf(copy: PageDocument): PageElement | null {
  try {
    return new Readability<PageElement>(copy as never, { serializer: (node) => node as unknown as PageElement, keepClasses: true, disableJSONLD: true }).parse()?.content ?? null
  } catch {
    return null
  }
}
