import type { Importer } from './importer.ts'
import { readPdfApart } from './pdf/read-in-thread.ts'

export const pdf: Importer = {
  id: 'pdf',
  label: 'PDF',
  extensions: ['.pdf'],
  mediaTypes: ['application/pdf', 'application/x-pdf'],
  read: (bytes, { name, onPage }) => readPdfApart(bytes, name, onPage),
}
