import { normaliseText } from '#shared/document/normalise.ts'
import { decode } from './decode.ts'
import type { Importer } from './importer.ts'
import { readFrontMatter } from './markdown/front-matter.ts'
import { readMarkdown } from './markdown/read-markdown.ts'

export const md: Importer = {
  id: 'md',
  label: 'Markdown',
  extensions: ['.md', '.markdown', '.mdown'],
  mediaTypes: ['text/markdown', 'text/x-markdown'],
  read(bytes, { name }) {
    const { body, title } = readFrontMatter(normaliseText(decode(bytes)))
    return readMarkdown(body, { name, ...(title ? { title } : {}) })
  },
}
