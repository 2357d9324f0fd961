import { openWordFile } from './docx/word-file.ts'
import { readWordFile } from './docx/read-word-file.ts'
import type { Importer } from './importer.ts'

export const docx: Importer = {
  id: 'docx',
  label: 'Word (DOCX)',
  extensions: ['.docx', '.docm', '.dotx', '.dotm'],
  mediaTypes: [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.wordprocessingml.template',
    'application/vnd.ms-word.document.macroenabled.12', 'application/vnd.ms-word.template.macroenabled.12',
  ],
  read: async (bytes, { name, view = 'accepted' }) => readWordFile(await openWordFile(bytes, name), { name, view }),
}
