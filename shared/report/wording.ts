import type { Severity } from '../checks/check.ts'
import { SETTLED, type EvidenceKind, type EvidenceView, type SnapshotView, type Stance, type Status, type Tally } from '../review/index.ts'
import { MONTH_NAMES } from '../segment/months.ts'

/** Order of a report's verdicts: settled first, then what waits, then what is to decide. */
export const REPORT_ORDER: readonly Status[] = [...SETTLED, 'querying', 'recheck', 'to-check']

export const STANCE_WORDS: Record<Stance, string> = { supports: 'supports', contradicts: 'contradicts', context: 'context' }
export const EVIDENCE_WORDS: Record<EvidenceKind, string> = { web: 'web page', file: 'file', table: 'table', reference: 'reference' }
export const SEVERITY_WORDS: Record<Severity, { one: string; many: string }> = {
  contradiction: { one: 'contradiction', many: 'contradictions' }, doubt: { one: 'doubt', many: 'doubts' }, question: { one: 'question', many: 'questions' },
}

const SMALL_NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** Up to twelve in words, above in figures, as print does. */
export const inWords = (count: number): string => SMALL_NUMBERS[count] ?? String(count)
export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

/** "12 March 2026, 14:40 UTC" from ISO 8601; a report is the same in every time zone. What is no such time is given back as it is. */
export function dateTimeWords(iso: string): string {
  const read = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(iso)
  const month = read && MONTH_NAMES[Number(read[2]) - 1]
  return read && month ? `${Number(read[3])} ${month} ${read[1]}, ${read[4]}:${read[5]} UTC` : iso
}
/** "12 March 2026". */
export const dayWords = (iso: string): string => dateTimeWords(iso).replace(/, \d{2}:\d{2} UTC$/, '')

/** The hash as a person compares it: its beginning and end. */
export const shortHash = (sha256: string): string => (sha256.length <= 16 ? sha256 : `${sha256.slice(0, 4)} ${sha256.slice(4, 8)} … ${sha256.slice(-4)}`)

/** Up to six significant digits (more than any of the bundled series is known to), thousands parted by a thin space. */
export function figureWords(value: number): string {
  const rounded = Number(value.toPrecision(6))
  const plain = Number.isInteger(rounded) && Math.abs(rounded) < 1e21 ? String(BigInt(rounded)) : String(rounded)
  const [whole = '', fraction] = plain.split('.')
  if (!/^-?\d+$/.test(whole)) return plain
  return whole.replace(/\B(?=(\d{3})+$)/g, '\u2009') + (fraction === undefined ? '' : `.${fraction}`)
}

/** "118 claims, 71 settled. Five are disputed and should not run as they stand; 47 are still open, so this copy is not yet a sign-off." */
export function stateSentence({ tally, settled, total }: { tally: Tally; settled: number; total: number }): string {
  if (total === 0) return 'No claim was found in this draft, so there is nothing to sign off.'
  const open = total - settled
  const verb = (count: number): string => (count === 1 ? 'is' : 'are')
  const parts = [
    tally.disputed > 0 ? `${inWords(tally.disputed)} ${verb(tally.disputed)} disputed and should not run as ${tally.disputed === 1 ? 'it stands' : 'they stand'}` : '',
    tally.conflicting > 0 ? `${inWords(tally.conflicting)} ${verb(tally.conflicting)} conflicting` : '',
    open > 0 ? `${inWords(open)} ${verb(open)} still open, so this copy is not yet a sign-off` : '',
  ].filter((part) => part !== '')
  const opening = open === 0 ? `${counted(total, 'claim')}, ${total === 1 ? 'settled' : 'all settled'}.` : `${counted(total, 'claim')}, ${settled === 0 ? 'none settled' : `${settled} settled`}.`
  return parts.length === 0 ? opening : `${opening} ${capitalised(parts.join('; '))}.`
}

/** What became of a capture: when and with which hash, or why not. Null where the evidence has none. */
export function captureWords(snapshot: SnapshotView): string {
  if (snapshot.state === 'failed') return `Not captured, tried ${dateTimeWords(snapshot.fetchedAt)}: ${snapshot.error?.message ?? 'no reason was recorded'}`
  if (snapshot.state === 'capturing') return `Being captured since ${dateTimeWords(snapshot.fetchedAt)}`
  const facts = [
    `${snapshot.url === null ? 'Kept' : 'Captured'} ${dateTimeWords(snapshot.fetchedAt)}`, snapshot.mediaType ?? '',
    snapshot.bytes === null ? '' : byteWords(snapshot.bytes), snapshot.sha256 === null ? '' : `sha-256 ${snapshot.sha256}`,
  ]
  return facts.filter((fact) => fact !== '').join(', ')
}
const byteWords = (bytes: number): string => (bytes < 1000 ? counted(bytes, 'byte') : bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`)

/** The address a piece of evidence stands at, if any: the one finally answered before the one asked for. */
export const addressOf = (piece: EvidenceView): string | null => piece.snapshot?.finalUrl ?? piece.url ?? piece.snapshot?.url ?? null
/** What the piece is called: the page's title, the file's name, the table's title or the reference as typed. */
export const nameOf = (piece: EvidenceView): string => piece.table?.title ?? piece.reference ?? piece.snapshot?.title ?? piece.snapshot?.fileName ?? addressOf(piece) ?? EVIDENCE_WORDS[piece.kind]
