import type { PageTags, Tag } from './tags.ts'

/** A stretch of letters as the file draws it: upright, from left to right. Units are points; y grows downwards and is the base line's. */
export interface Run {
  text: string
  x: number
  y: number
  width: number
  size: number
  font: string
  /** Whether the file itself has white space right before it, on the same line. */
  isSpaced: boolean
  /** Place in the file's own order, white space not counted. */
  order: number
  /** Of a tagged file: the id of the marked content that it stands in, or `artifact`; and its tag, where tags are followed. */
  content?: string
  tag?: Tag
}

export const rightOf = (run: Run): number => run.x + run.width
/** How many characters stand in some runs, white space among them. */
export const lettersOf = (runs: readonly Run[]): number => runs.reduce((sum, { text }) => sum + text.length, 0)

/** A place on a page that leads to an address. */
export interface PageLink { left: number; top: number; right: number; bottom: number; href: string }

/** One page as it lies in the file. `turned` are the words that do not stand upright (a watermark, the side of a table). */
export interface RawPage {
  number: number
  label?: string
  width: number
  height: number
  runs: Run[]
  turned: string[]
  links: PageLink[]
  tags?: PageTags
}

/** How a font looks, by its name. */
export interface Face { isBold: boolean; isItalic: boolean }

/** An entry of the file's outline (its bookmarks); `level` 1 is the outermost. */
export interface OutlineEntry { title: string; level: number }

/** A whole file before anything is made of it. `title` is what its metadata say. */
export interface RawPdf {
  pages: RawPage[]
  faces: ReadonlyMap<string, Face>
  outline: readonly OutlineEntry[]
  title?: string
  language?: string
}
