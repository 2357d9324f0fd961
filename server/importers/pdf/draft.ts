import type { BlockKind } from '#shared/document/document.ts'
import type { Region } from './columns.ts'
import type { Line } from './lines.ts'

/** Lines that belong together, before they are written. `opens`: first in its column, so that it may go on with what stood before; `isFull`: its last line had no room for the next word. */
export interface Draft {
  kind: BlockKind
  level?: number
  lines: Line[]
  page: number
  opens: boolean
  closes: boolean
  /** Of a row of a table: what each of its lines ends. */
  ends?: ('cell' | 'line')[]
  region: Region
  /** The block of its page that the file's tags say it is. */
  block?: number
  target?: string
  label?: string
}
