/** An article to be written in one format: a title (or none) and one paragraph of sentences, some with a note. Furniture is what the format prints around an article, where it can. */
export interface WrittenArticle {
  title?: string
  /** In text order. A sentence's note mark stands right behind it. Notes are numbered 1, 2, 3 … and stand where the format usually has them. */
  sentences: readonly { text: string, note?: string }[]
  /** A line that is page furniture (navigation, a running head), before the article. Formats without any leave it out: see `hasFurniture`. */
  furniture?: string
}

/** A file made to do harm. `outcome`: whether it is refused (an AppError with a sentence for people) or read all the same, both within `MOST_SECONDS` of the suite. */
export interface HostileFile { what: string; bytes(): Uint8Array | Promise<Uint8Array>; outcome: 'refused' | 'read' | 'either' }

/**
 * What the compliance suite of importers needs of one format. One file per importer, `<id>.ts` in this folder, exporting it as `importerCase`.
 * Everything is built in the test (no files of others): zip formats build their bytes with the same package as the importer reads them with, or by hand.
 */
export interface ImporterCase {
  /** The bytes of an article in this format. */
  write(article: WrittenArticle): Uint8Array | Promise<Uint8Array>
  /** False where the format has nothing that stands around an article (then `furniture` is not written). */
  hasFurniture: boolean
  /** At least one for each way in which this format can be made to eat time or memory: nesting, entities, compressed bombs, endless marks, a 10 MB paragraph. */
  hostile: readonly HostileFile[]
}

/** Text as UTF-8. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
