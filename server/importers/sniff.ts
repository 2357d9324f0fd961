/** What a file's own bytes say it is, when that is none of the formats read here: in words for people. */
export interface Foreign { what: string; mediaType: string; advice?: string }

const OFFICE = 'Save it as plain text or as a web page (HTML) and import that.'
/** Opening bytes ("magic numbers") of files that people give for text. Source: the formats' own specifications. */
const SIGNATURES: readonly (Foreign & { bytes: readonly number[], at?: number })[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], what: 'a PDF', mediaType: 'application/pdf' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], what: 'an older Microsoft Office file (DOC, XLS or PPT)', mediaType: 'application/x-cfb', advice: OFFICE },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'a Rich Text (RTF) file', mediaType: 'application/rtf', advice: OFFICE },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a PNG image', mediaType: 'image/png' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a JPEG image', mediaType: 'image/jpeg' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a GIF image', mediaType: 'image/gif' },
  { bytes: [0x57, 0x45, 0x42, 0x50], at: 8, what: 'a WebP image', mediaType: 'image/webp' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], what: 'a TIFF image', mediaType: 'image/tiff' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], what: 'a TIFF image', mediaType: 'image/tiff' },
  { bytes: [0x66, 0x74, 0x79, 0x70], at: 4, what: 'a video or HEIC image', mediaType: 'video/mp4' },
  { bytes: [0x49, 0x44, 0x33], what: 'an audio file (MP3)', mediaType: 'audio/mpeg' },
  { bytes: [0x4f, 0x67, 0x67, 0x53], what: 'an audio file (Ogg)', mediaType: 'audio/ogg' },
  { bytes: [0x1f, 0x8b], what: 'a gzip archive', mediaType: 'application/gzip' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: 'a 7-Zip archive', mediaType: 'application/x-7z-compressed' },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: 'a RAR archive', mediaType: 'application/vnd.rar' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], what: 'an SQLite database', mediaType: 'application/vnd.sqlite3' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: 'a program', mediaType: 'application/x-executable' },
]

/** How much of a file is looked at. */
const SAMPLE_BYTES = 65_536
/** A text holds next to no control signs; more than this share of them and the file is binary. */
const CONTROL_SHARE = 0.02

/** Recognises a file of another kind by its content, whatever its name says. Null when it may be text. */
export function sniffForeign(bytes: Uint8Array): Foreign | null {
  const signature = SIGNATURES.find(({ bytes: sign, at = 0 }) => bytes.length >= at + sign.length && sign.every((byte, index) => bytes[at + index] === byte))
  if (signature) return { what: signature.what, mediaType: signature.mediaType, ...(signature.advice ? { advice: signature.advice } : {}) }
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05) ? zipKind(bytes) : null
}

/** A ZIP says what it holds by the names of its first entries. */
function zipKind(bytes: Uint8Array): Foreign {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SAMPLE_BYTES)) + new TextDecoder('latin1').decode(bytes.subarray(-SAMPLE_BYTES))
  if (head.includes('word/')) return { what: 'a Word (DOCX) file', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', advice: OFFICE }
  if (head.includes('xl/')) return { what: 'an Excel (XLSX) file', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', advice: OFFICE }
  if (head.includes('ppt/')) return { what: 'a PowerPoint (PPTX) file', mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', advice: OFFICE }
  if (head.includes('opendocument.text')) return { what: 'an OpenDocument (ODT) file', mediaType: 'application/vnd.oasis.opendocument.text', advice: OFFICE }
  if (head.includes('epub+zip')) return { what: 'an EPUB book', mediaType: 'application/epub+zip', advice: 'Unpack it and import the chapter’s XHTML file.' }
  return { what: 'a ZIP archive', mediaType: 'application/zip', advice: 'Unpack it and import the article in it.' }
}

/** Whether decoded text is no text: NUL and control signs, or signs that no encoding could read. */
export function looksBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES)
  let control = 0
  for (let index = 0; index < sample.length; index++) {
    const code = sample.charCodeAt(index)
    if ((code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 27) || code === 0xfffd || (code >= 0x7f && code < 0x85) || (code > 0x85 && code < 0xa0)) control++
  }
  return control > 0 && control / sample.length > CONTROL_SHARE
}

const HTML_OPENING = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*(?:<!doctype\s+html\b|<html\b|<head\b|<body\b)/i

/** Whether a text is a web page by its own opening. */
export const looksLikeHtml = (text: string): boolean => HTML_OPENING.test(text.slice(0, 8_000))
