import type { Importer } from './importer.ts'
import { openDocument } from './odt/open-document.ts'
import { readOpenDocument } from './odt/read-open-document.ts'

export const odt: Importer = {
  id: 'odt',
  label: 'OpenDocument text (ODT)',
  extensions: ['.odt', '.ott', '.fodt'],
  mediaTypes: ['application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text-template', 'application/vnd.oasis.opendocument.text-flat-xml'],
  read: async (bytes, { name, view = 'accepted' }) => readOpenDocument(await openDocument(bytes, name), { name, view }),
}
