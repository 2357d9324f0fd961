import { html } from './html.ts'
import type { Importer } from './importer.ts'
import { md } from './md.ts'
import { txt } from './txt.ts'

export { readDocument } from './read-document.ts'
export type { Importer } from './importer.ts'

/** Every format that is read. Adding one = one file + one line here. */
export const importers: readonly Importer[] = [txt, md, html]
