import { normaliseText } from '#shared/document/normalise.ts'
import { decode } from './decode.ts'
import type { Importer } from './importer.ts'
import { readMarkup } from './web-page/read-markup.ts'

/** Where a page declares its encoding: within its first kilobyte (HTML standard, prescan). */
const PRESCAN_BYTES = 1024
const CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,30})|<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,30})/i

export const html: Importer = {
  id: 'html',
  label: 'Web page (HTML)',
  extensions: ['.html', '.htm', '.xhtml'],
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  read(bytes, { name }) {
    const declared = CHARSET.exec(new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES)))
    return readMarkup(normaliseText(decode(bytes, declared?.[1] ?? declared?.[2])), { name })
  },
}
