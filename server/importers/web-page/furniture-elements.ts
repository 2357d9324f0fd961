import { isElement, isText, type PageElement } from './nodes.ts'

/** What a page never shows as words. */
const UNSEEN = new Set('script style noscript template svg math-renderer canvas iframe object embed video audio picture img map head title meta link button input select option textarea datalist'.split(' '))
/** Page furniture by its element or role. */
const FURNITURE_ELEMENTS = new Set(['nav', 'footer', 'aside', 'menu', 'search', 'dialog'])
const FURNITURE_ROLES = /^(?:navigation|banner|contentinfo|search|complementary|menu|menubar|toolbar|dialog|alertdialog)$/
/** Classes by which pages commonly name their furniture. */
const FURNITURE_CLASS = /(?:^|\s)(?:toc|table-of-contents|breadcrumbs?|hatnote|navbox|catlinks|sharedaddy|social-share|share-buttons|cookie-(?:banner|notice|consent)|mw-jump-link|tag-?cloud|wp-tag-cloud)(?:\s|$)/i
/** Classes of what only screen readers or editors see, and of marks that a note repeats. */
const UNSEEN_CLASS = /(?:^|\s)(?:noprint|mw-editsection|screen-reader-text|sr-only|visually-hidden|wb-inv|mw-empty-elt|margin-toggle|ltx_note_mark|ltx_tag_note)(?:\s|$)/
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i
/** Classes of captions where a page has no element for them: MediaWiki, WordPress. */
const CAPTION_CLASS = /(?:^|\s)(?:thumbcaption|gallerytext|wp-caption-text|wp-element-caption|image-caption|photo-caption|caption-text)(?:\s|$)/i
const PULL_QUOTE_CLASS = /(?:^|[\s_-])pull-?quote(?:[\s_-]|$)/i

export const isUnseen = (element: PageElement): boolean => UNSEEN.has(element.localName) || element.hasAttribute('hidden')
  || UNSEEN_CLASS.test(element.getAttribute('class') ?? '') || HIDDEN_STYLE.test(element.getAttribute('style') ?? '')
/** A note beside the text that stands as a block of its own: no furniture. */
export const isNoteAside = (element: PageElement): boolean => element.localName === 'aside' && (NOTE_ASIDE.test(element.getAttribute('class') ?? '') || /note/.test(`${element.getAttribute('role') ?? ''} ${element.getAttribute('epub:type') ?? ''}`))
const NOTE_ASIDE = /(?:^|[\s_-])(?:side-?note|margin-?note|foot-?note|end-?note)s?(?:[\s_-]|$)/i
export const isFurnitureElement = (element: PageElement): boolean => (FURNITURE_ELEMENTS.has(element.localName) && !isNoteAside(element)) || FURNITURE_ROLES.test(element.getAttribute('role') ?? '')
  || FURNITURE_CLASS.test(element.getAttribute('class') ?? '') || (element.localName === 'li' && isContentsEntry(element))
export const isCaption = (element: PageElement): boolean => element.localName === 'figcaption' || element.localName === 'caption' || CAPTION_CLASS.test(element.getAttribute('class') ?? '')
/** A passage that the page repeats from its own text, by its class. */
export const isPullQuote = (element: PageElement): boolean => PULL_QUOTE_CLASS.test(element.getAttribute('class') ?? '')

const PAGE_BREAK_CLASS = /(?:^|\s)(?:page-?num(?:ber)?|page-?no|pagebreak|page-break)(?:\s|$)/i
const PAGE_BREAK_ROLE = /pagebreak/
const LONGEST_PAGE_LABEL = 16

/** The printed number of a page that begins here ("150", "xii"): the page's, no word of the text. Null where an element is no page break. */
export function pageBreakOf(element: PageElement): string | null {
  const isBreak = PAGE_BREAK_CLASS.test(element.getAttribute('class') ?? '') || PAGE_BREAK_ROLE.test(`${element.getAttribute('role') ?? ''} ${element.getAttribute('epub:type') ?? ''}`)
  if (!isBreak) return null
  const words = element.textContent.trim() || element.getAttribute('title') || element.getAttribute('aria-label') || ''
  return words.length > LONGEST_PAGE_LABEL ? null : /(\d+|[ivxlc]+)\W*$/i.exec(words)?.[1] ?? null
}

/** An entry of a table of contents: nothing but a link to a place on the same page (and a list of further entries). */
function isContentsEntry(item: PageElement): boolean {
  let link: PageElement | null = null
  for (let at = item.firstChild; at; at = at.nextSibling) {
    if (isText(at) && /\S/.test(at.nodeValue ?? '')) return false
    if (!isElement(at) || at.localName === 'ul' || at.localName === 'ol') continue
    if (link || at.localName !== 'a' || !/^#./.test(at.getAttribute('href') ?? '')) return false
    link = at
  }
  return link !== null
}
