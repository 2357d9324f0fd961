/** What is used of a DOM node; small, so that no browser types are needed on the server. */
export interface PageNode {
  nodeType: number
  nodeValue: string | null
  parentNode: PageNode | null
  firstChild: PageNode | null
  nextSibling: PageNode | null
}
export interface PageElement extends PageNode {
  localName: string
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  hasAttribute(name: string): boolean
  readonly textContent: string
}
export interface PageDocument {
  documentElement: PageElement
  body: PageElement
  title: string
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1
export const isText = (node: PageNode): boolean => node.nodeType === 3 || node.nodeType === 4

/** Visits a tree in document order without recursion: a page nested ten thousand deep must not end on the stack. `enter` returning false skips the children. */
export function walk(root: PageNode, enter: (node: PageNode) => boolean | void, leave: (node: PageNode) => void = () => {}): void {
  let node: PageNode | null = root
  while (node) {
    const descend = enter(node) !== false
    if (descend && node.firstChild) {
      node = node.firstChild
      continue
    }
    leave(node)
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      if (node) leave(node)
    }
    if (!node || node === root) return
    node = node.nextSibling
  }
}

/** Elements that stand as blocks of their own. */
export const BLOCK_ELEMENTS = new Set(('address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure fn fn-group footer form h1 h2 h3 h4 h5 h6 header hgroup hr html '
  + 'legend li main menu nav ol p pre ref ref-list search section summary table tbody td tfoot th thead tr ul').split(' '))

/** The nearest block that holds a node (itself, if it is one). */
export function blockOf(node: PageNode): PageElement {
  let at: PageNode = node
  while (at.parentNode && !(isElement(at) && BLOCK_ELEMENTS.has(at.localName))) at = at.parentNode
  return at as PageElement
}
