import { csv } from './csv.ts'
import type { Exporter } from './exporter.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { md } from './md.ts'

export type { Exporter } from './exporter.ts'

/** Every format that is written. Adding one = one file + one line here. */
export const exporters: readonly Exporter[] = [html, md, json, csv]
