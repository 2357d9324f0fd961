import { normaliseText } from '#shared/document/normalise.ts'
import { readPlainText } from '#shared/document/plain-text.ts'
import { setRareNotesApart } from '#shared/document/rare-notes.ts'
import { setRestructuredNotesApart } from '#shared/document/restructured-notes.ts'
import { setShortCodesApart } from '#shared/document/short-codes.ts'
import { isWikitext, wikitextToMarkdown } from '#shared/document/wikitext.ts'
import { decode } from './decode.ts'
import { titleFromName, type Importer } from './importer.ts'
import { readMarkdown } from './markdown/read-markdown.ts'

export const txt: Importer = {
  id: 'txt',
  label: 'Plain text',
  extensions: ['.txt', '.text'],
  mediaTypes: ['text/plain'],
  read(bytes, { name }) {
    const text = decode(bytes)
    if (!isWikitext(text)) return readPlainText(setRareNotesApart(setRestructuredNotesApart(setShortCodesApart(text, { hasInlineNotes: true }))), titleFromName(name))
    const { markdown, title } = wikitextToMarkdown(normaliseText(text))
    return readMarkdown(markdown, { name, ...(title ? { title } : {}) })
  },
}
