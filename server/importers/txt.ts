import { readPlainText } from '#shared/document/plain-text.ts'
import { setRestructuredNotesApart } from '#shared/document/restructured-notes.ts'
import { setShortCodesApart } from '#shared/document/short-codes.ts'
import { decode } from './decode.ts'
import { titleFromName, type Importer } from './importer.ts'

export const txt: Importer = {
  id: 'txt',
  label: 'Plain text',
  extensions: ['.txt', '.text'],
  mediaTypes: ['text/plain'],
  read: (bytes, { name }) => readPlainText(setRestructuredNotesApart(setShortCodesApart(decode(bytes))), titleFromName(name)),
}
