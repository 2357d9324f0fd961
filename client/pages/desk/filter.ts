import { ClaimKind } from '#shared/extract/claim-draft.ts'
import { Status, type ClaimSummary } from '#shared/review/index.ts'
import { NO_FILTER, type Filter } from '../../components/desk-context.ts'

/** Claims that the filter lets through. `found` are the ids that the text search matched, or null while nothing is searched. */
export const filterClaims = (claims: readonly ClaimSummary[], filter: Filter, found: ReadonlySet<string> | null): ClaimSummary[] =>
  claims.filter(
    (claim) =>
      (filter.statuses.length === 0 || filter.statuses.includes(claim.status)) &&
      (filter.kinds.length === 0 || filter.kinds.some((kind) => claim.kinds.includes(kind))) &&
      (filter.note === null || claim.notes.some((note) => note.label === filter.note)) &&
      (!filter.withFindings || claim.findings > 0) &&
      (!filter.uncited || claim.notes.length === 0) &&
      (found === null || found.has(claim.id)),
  )

/** The filter as it stands in an address: `status=disputed,querying&kind=money&note=16&findings&uncited&find=yuan`. Empty when nothing is filtered. */
export function filterToQuery(filter: Filter): string {
  const query = new URLSearchParams()
  if (filter.statuses.length > 0) query.set('status', filter.statuses.join(','))
  if (filter.kinds.length > 0) query.set('kind', filter.kinds.join(','))
  if (filter.note !== null) query.set('note', filter.note)
  if (filter.withFindings) query.set('findings', '1')
  if (filter.uncited) query.set('uncited', '1')
  if (filter.text.trim() !== '') query.set('find', filter.text)
  return query.toString()
}

/** Reads what `filterToQuery` wrote; what is not known there is left out. */
export function queryToFilter(text: string): Filter {
  const query = new URLSearchParams(text)
  const listed = <T extends string>(name: string, known: readonly T[]): T[] => (query.get(name)?.split(',') ?? []).filter((entry): entry is T => known.includes(entry as T))
  return { ...NO_FILTER, statuses: listed('status', Status.options), kinds: listed('kind', ClaimKind.options), note: query.get('note'), withFindings: query.has('findings'), uncited: query.has('uncited'), text: query.get('find') ?? '' }
}

/** The active filter in words: "disputed, note 16". */
export const filterWords = (filter: Filter): string =>
  [...filter.statuses.map((status) => status.replace('-', ' ')), ...filter.kinds.map((kind) => kind.replace('-', ' ')), filter.note === null ? '' : `note ${filter.note}`, filter.withFindings ? 'with findings' : '', filter.uncited ? 'uncited' : '', filter.text.trim() === '' ? '' : `“${filter.text.trim()}”`]
    .filter(Boolean)
    .join(', ')
