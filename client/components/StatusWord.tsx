import { STATUS_WORDS, type Status } from '#shared/review/index.ts'
import { Glyph } from './Glyph.tsx'

/** A status written with its own glyph and its own line. */
export function StatusWord({ status, glyph = true }: { status: Status; glyph?: boolean }) {
  return (
    <span className={`status-word ${status}`}>
      {glyph && <Glyph status={status} />}
      <u>{STATUS_WORDS[status].label}</u>
    </span>
  )
}
