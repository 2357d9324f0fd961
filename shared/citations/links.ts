import type { Document, Span } from '../document/document.ts'
import type { Segment } from '../segment/segment.ts'
import { classify, type Tokens } from '../segment/tokens.ts'
import { trimAddress } from './works/identifiers.ts'
import { byPlace } from './mark.ts'

/** A link to another site in running text, or an address written out there. `isWritten`: the address stands in the text and is no words of the sentence. */
export interface FoundLink { span: Span; href: string; host: string; block: number; carries: Span; isWritten: boolean }

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"”“\]\u3002\uff0c\uff09]+/iy
const ADDRESS_ONLY = /^(?:https?:\/\/|www\.)\S+$/i
/** Buttons, not sources. */
const SHARES = /^(?:twitter\.com\/(?:intent|share)|x\.com\/intent|(?:www\.)?facebook\.com\/sharer|(?:www\.)?linkedin\.com\/share|pinterest\.com\/pin|t\.me\/share|wa\.me|api\.whatsapp\.com|reddit\.com\/submit|mailto:)/i
const ARCHIVED = /^https?:\/\/(?:web\.archive\.org\/web\/\d+\w*|archive\.(?:today|ph|is)\/\d+)\/(https?:\/\/.+)$/i
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|ref_src|cmpid|ocid|igshid|smid|sh|share|xtor)$/i

/** A site whose own links are this large a share of all is the one the article stands on. */
const OWN_SHARE = 0.5
const FEWEST_OWN = 8

/** The host of an address as a reader knows it: without www., and of the page that an archive keeps. Null for what is no web address. */
export function hostOf(href: string): string | null {
  const kept = ARCHIVED.exec(href)?.[1] ?? href
  return /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+\.[^/?#:]+)/i.exec(kept)?.[1]?.toLowerCase() ?? null
}

/** One address for one page: without scheme, www., tracking parameters, fragment and final slash, in small letters up to the path. */
export function plainAddress(href: string): string {
  const [, rest] = /^(?:https?:\/\/)?(?:www\.)?(.*)$/is.exec((ARCHIVED.exec(href)?.[1] ?? href).trim()) as unknown as [string, string]
  const [page = '', query] = rest.split('#')[0]!.split(/\?(.*)/s) as [string, string?]
  const kept = (query ?? '').split('&').filter((pair) => pair !== '' && !TRACKING.test(pair.split('=')[0]!))
  const path = page.replace(/\/+$/, '')
  const host = path.split('/', 1)[0]!
  return `${host.toLowerCase()}${path.slice(host.length)}${kept.length > 0 ? `?${kept.join('&')}` : ''}`
}

/** The article's own site: where most links of its furniture lead, or most of all its links. Null when the page does not show it. */
function ownHost(document: Document): string | null {
  const counts = new Map<string, number>()
  let all = 0
  let block = 0
  for (const { kind, span, href } of document.marks) {
    if (kind !== 'link' || href === undefined) continue
    const host = hostOf(href)
    if (host === null) continue
    while (block < document.blocks.length && document.blocks[block]!.span.end < span.end) block += 1
    if (document.blocks[block]?.kind !== 'furniture') continue
    all += 1
    counts.set(host, (counts.get(host) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most && most[1] >= FEWEST_OWN && most[1] / all >= OWN_SHARE ? most[0] : null
}

/** Two hosts of one site: en.example.org and example.org. */
const isSameSite = (a: string, b: string): boolean => a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)

/** Signs before and behind a link that show whether it is part of a sentence. */
const AROUND = 200

/** Links to other sites from sentences of running text, and addresses written out in them, in text order. A block that is nothing but a link cites nothing. */
export function findLinks(document: Document, segments: readonly Segment[], tokens: Tokens): FoundLink[] {
  const { text, blocks } = document
  const own = ownHost(document)
  const found: FoundLink[] = []
  const add = (span: Span, href: string, isWritten: boolean): void => {
    const host = hostOf(href)
    if (host === null || (own !== null && isSameSite(host, own)) || SHARES.test(href.replace(/^https?:\/\//i, ''))) return
    found.push({ span, href, host, isWritten, block: -1, carries: span })
  }
  for (const { kind, span, href } of document.marks) if (kind === 'link' && href !== undefined) add(span, href, ADDRESS_ONLY.test(text.slice(span.start, Math.min(span.end, span.start + 2_000)).trim()))
  const known = found.length
  const bits = classify(tokens, (word) => (word === 'http' || word === 'https' || word === 'www' ? 1 : 0))
  let end = -1
  for (let token = 0; token < tokens.count; token += 1) {
    if (bits[tokens.word[token]!] === 0 || tokens.start[token]! < end) continue
    const start = tokens.start[token]!
    ADDRESS.lastIndex = start
    const match = ADDRESS.exec(text)
    if (!match) continue
    const address = trimAddress(match[0])
    end = start + match[0].length
    add({ start, end: start + address.length }, /^www/i.test(address) ? `https://${address}` : address, true)
  }
  const sorted = found.map((link, index) => ({ link, isTyped: index >= known })).sort((a, b) => byPlace(a.link, b.link))
  let segment = 0
  let last: FoundLink | null = null
  return sorted.flatMap(({ link, isTyped }) => {
    if (isTyped && last && link.span.start < last.span.end) return []
    while (segment < segments.length && segments[segment]!.span.end <= link.span.start) segment += 1
    const sentence = segments[segment]
    if (!sentence || sentence.kind !== 'sentence' || sentence.span.start > link.span.start) return []
    const kind = blocks[sentence.block]!.kind
    if (kind === 'table' || kind === 'caption') return []
    const around = text.slice(Math.max(sentence.span.start, link.span.start - AROUND), link.span.start) + text.slice(Math.min(link.span.end, sentence.span.end), Math.min(sentence.span.end, link.span.end + AROUND))
    if (!/\p{L}{2}/u.test(around)) return []
    last = { ...link, block: sentence.block, carries: sentence.span }
    return [last]
  })
}
