import { Readability } from '@mozilla/readability'
import type { PageDocument, PageElement } from './nodes.ts'
import { isElement, walk } from './nodes.ts'

/** The attribute by which an element is known again after Readability has rebuilt the page. */
const NUMBER = 'data-reading'
/** Readability's time grows faster than the page; a larger one is read whole. */
const MOST_ELEMENTS = 60_000
/** Readability recurses; a page nested deeper than this is read whole. */
const DEEPEST_NESTING = 400

/** The elements of a page in document order. */
function elementsOf(document: PageDocument): { elements: PageElement[], depth: number } {
  const elements: PageElement[] = []
  let [depth, deepest] = [0, 0]
  walk(document.documentElement, (node) => {
    deepest = Math.max(deepest, ++depth)
    if (isElement(node)) elements.push(node)
  }, () => void depth--)
  return { elements, depth: deepest }
}

/**
 * Which elements of `page` belong to its main content, by Mozilla's Readability (the reader view of Firefox) on a second parse of the same page, which it takes apart.
 * Null when it finds none, or the page is too large or too deep for it: the whole page is read then.
 */
export function findMainContent(page: PageDocument, parseAgain: () => PageDocument): ReadonlySet<PageElement> | null {
  const { elements, depth } = elementsOf(page)
  if (elements.length > MOST_ELEMENTS || depth > DEEPEST_NESTING) return null
  const copy = parseAgain()
  elementsOf(copy).elements.forEach((element, index) => element.setAttribute(NUMBER, String(index)))
  const article = new Readability<PageElement>(copy as never, { serializer: (node) => node as unknown as PageElement, keepClasses: true, disableJSONLD: true }).parse()
  if (!article?.content) return null
  const kept = new Set<PageElement>()
  walk(article.content, (node) => {
    const element = isElement(node) ? elements[Number(node.getAttribute(NUMBER) ?? -1)] : undefined
    if (element) kept.add(element)
  })
  return kept
}
