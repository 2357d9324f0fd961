import { docx } from './docx.ts'
import { epub } from './epub.ts'
import { html } from './html.ts'
import type { Importer } from './importer.ts'
import { md } from './md.ts'
import { odt } from './odt.ts'
import { pdf } from './pdf.ts'
import { readWith } from './read-document.ts'
import { txt } from './txt.ts'

export type { Importer, OnPage } from './importer.ts'

/** Every format that is read. Adding one = one file + one line here. */
export const importers: readonly Importer[] = [txt, md, html, pdf, docx, odt, epub]

/** Reads an article from the bytes of a file: see `readWith`, which says how the importer is chosen and what is refused. */
export const readDocument = (bytes: Uint8Array, given: Parameters<typeof readWith>[2]): ReturnType<typeof readWith> => readWith(importers, bytes, given)
