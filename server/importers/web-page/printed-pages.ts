import type { PageStretch } from '#shared/document/document.ts'

/** From each printed page number to the next. */
export function pagesOf(breaks: readonly { label: string, start: number | null }[], length: number): PageStretch[] {
  const known = breaks.flatMap(({ label, start }) => start === null ? [] : [{ label, start }])
  return known.flatMap(({ label, start }, index) => {
    const end = known[index + 1]?.start ?? length
    const page = Number(label)
    return end > start ? [{ page: Number.isInteger(page) && page > 0 ? page : index + 1, label, span: { start, end } }] : []
  })
}
