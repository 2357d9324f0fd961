import { z } from 'zod'
import { Span } from '../document/document.ts'

/** `sentence`: running prose. The other kinds are whole blocks that hold no claims of their own (headings, note lists, furniture) or are read apart. */
export const Segment = z.object({
  kind: z.enum(['sentence', 'heading', 'note', 'furniture', 'code']),
  span: Span,
  /** Index into `Document.blocks`. */
  block: z.int(),
})
export type Segment = z.infer<typeof Segment>
