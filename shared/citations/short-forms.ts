import { fold, type Bibliography } from './bibliography.ts'
import type { CitedWork, CslItem } from './citation.ts'
import { FullWorks, FURTHEST_BACK } from './full-works.ts'
import { splitWorks } from './parse-note.ts'
import { countsNotesByIbid, IBID, IBID_NUMBER, IDEM, isPlaceOnly, isReference, NOTE_NUMBER, OP_CIT, pinpointIn, withFamily } from './short-form-words.ts'
import { parseWork, SIGNAL, type NoteLink, type ParsedWork } from './works/parse-work.ts'

/** A note, or a source written in the text, as far as naming works goes. */
export interface Cited { label: string; text: string; links: readonly NoteLink[] }
/** How a short form says which work it means. */
export type ShortForm = 'ibid' | 'op-cit' | 'note-number' | 'short-title'
/** The works of one note; `short` of the first that repeats a work, `of` the index of the note that names it (null: none does), `lastOf` that of the last work. */
export interface ResolvedNote { works: CitedWork[]; short: ShortForm | null; of: number | null; lastOf: number | null }

/**
 * Every note's works in order, with short forms resolved: Ibid. to the work before it; op. cit. to the last one of that author (without a name, the last one named in full);
 * a note number to that note (the nearest above where numbering restarts); a short title to the work of that author whose title has its words; author and year to the bibliography.
 * Chains end at the note that names the work in full.
 */
export function resolveWorks(notes: readonly Cited[], bibliography: Bibliography): ResolvedNote[] {
  const resolved: ResolvedNote[] = []
  const fulls = new FullWorks()
  const byLabel = new Map<string, number[]>()
  const parsed = new Map<string, ParsedWork>()
  notes.forEach(({ label }, index) => (byLabel.get(label) ?? byLabel.set(label, []).get(label)!).push(index))
  const isIbidNumbered = countsNotesByIbid(notes)
  const read = (words: string, links: readonly NoteLink[]): ParsedWork => {
    const known = links.length === 0 ? parsed.get(words) : undefined
    const work = known ?? parseWork(words, links)
    if (links.length === 0 && !known) parsed.set(words, work)
    return work
  }
  /** The work and the note that a reference of note `of` ends at. */
  const workOf = (of: number, name = ''): { of: number, source: CslItem | null } => {
    const target = resolved[of]!
    const works = target.works
    const named = name === '' ? undefined : works.find(({ source }) => source?.author?.some(({ family, literal }) => fold(name).includes(fold(family ?? literal ?? '\0'))))
    const work = named ?? works.at(-1)
    return { of: (work === works[0] ? target.of : work === works.at(-1) ? target.lastOf : null) ?? of, source: work?.source ?? null }
  }

  notes.forEach(({ text, links }, index) => {
    const works: CitedWork[] = []
    let short: ShortForm | null = null
    let of: number | null = null
    let lastOf: number | null = null
    const repeat = (form: ShortForm, target: { of: number, source: CslItem | null } | null, pinpoint: string | null, rest = ''): void => {
      if (works.length === 0) [short, of] = [form, target?.of ?? null]
      lastOf = target?.of ?? null
      works.push({ source: target?.source ?? null, pinpoint, ibidOf: target && target.of !== index ? notes[target.of]!.label : null, rest })
    }
    const parts = splitWorks(text)
    for (const part of parts.length === 0 ? [''] : parts) {
      const words = part.slice(SIGNAL.exec(part)?.[0].length ?? 0)
      const before = (): { of: number, source: CslItem | null } | null => {
        if (works.length > 0) return { of: lastOf ?? index, source: works.at(-1)!.source }
        for (let at = index - 1; at >= 0 && index - at <= FURTHEST_BACK; at -= 1) if (resolved[at]!.works.some(({ source }) => source)) return workOf(at)
        return index > 0 && resolved[index - 1]!.short === null ? { of: index - 1, source: null } : null
      }
      const ibid = IBID.exec(words)
      if (ibid) {
        const number = isIbidNumbered ? IBID_NUMBER.exec(text)?.[1] : undefined
        const target = number === undefined ? undefined : (byLabel.get(number) ?? []).findLast((at) => at < index)
        if (target !== undefined) repeat('ibid', workOf(target), null)
        else repeat('ibid', before(), pinpointIn(words.slice(ibid[0].length)))
        continue
      }
      const opCit = /cit\b|a\. ?o\.|указ|前[引揭掲]/i.test(words) ? OP_CIT.exec(words) : null
      if (opCit) {
        const name = opCit.groups!.name!.trim()
        const target = name ? fulls.lastNamed(index, name) : fulls.last()
        repeat('op-cit', target ? { of: target.note, source: target.source } : name ? null : before(), pinpointIn(words.slice(opCit[0].length)))
        continue
      }
      const numbered = /n(?:otes?|n?\.|\s?\d)/i.test(words.slice(0, 120)) ? NOTE_NUMBER.exec(words) ?? NOTE_NUMBER.exec(part) : null
      if (numbered && isReference(numbered, words)) {
        const { name, number, where } = numbered.groups!
        const same = byLabel.get(number!) ?? []
        const target = /below|infra/i.test(where ?? '') ? undefined : same.findLast((at) => at < index)
        const full = target === undefined ? null : workOf(target, name)
        repeat('note-number', full, pinpointIn(words.slice(words.indexOf(numbered[0]) < 0 ? 0 : words.indexOf(numbered[0]) + numbered[0].length)))
        continue
      }
      const own = links.filter((link) => parts.length <= 1 || part.includes(link.words.trim()))
      let work = read(part, own)
      if (isPlaceOnly(work)) {
        if (works.length > 0) works.at(-1)!.pinpoint ??= work.pinpoint
        else repeat('ibid', before(), work.pinpoint)
        continue
      }
      const idem = IDEM.exec(words)
      if (idem) {
        const author = before()?.source?.author
        work = read(words.slice(idem[0].length), own)
        if (isPlaceOnly(work) || !/\p{L}/u.test(words.slice(idem[0].length))) {
          repeat('ibid', before(), work.pinpoint)
          continue
        }
        if (work.source && author && !work.source.author) work = { ...work, source: { ...work.source, author } }
      }
      if (work.source && work.isBare) {
        const found = fulls.withShortTitle(words, work, index)
        if (found) {
          repeat('short-title', { of: found.note, source: found.source }, work.pinpoint)
          continue
        }
        work = withFamily(words, work)
      }
      const entry = work.source ? inBibliography(work.source, bibliography) : null
      const source = entry && entry.text !== text ? read(entry.text, []).source ?? work.source : work.source
      lastOf = null
      works.push({ source, pinpoint: work.pinpoint, ibidOf: null, rest: work.rest })
      if (source) fulls.remember(index, source, part)
    }
    resolved.push({ works, short, of, lastOf })
  })
  return resolved
}

/** The entry of the bibliography that a reference by author and year alone means. */
function inBibliography({ title, author, issued, URL }: CslItem, bibliography: Bibliography): { text: string } | null {
  const year = issued?.['date-parts']?.[0]?.[0]
  if (title || URL || !author || year === undefined) return null
  const entry = bibliography.find(author.map(({ family, literal }) => family ?? literal ?? ''), String(year))
  return entry && entry.definition === null ? entry : null
}
