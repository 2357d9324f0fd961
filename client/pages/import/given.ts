import type { ChangesView } from '#shared/document/document.ts'

/** What a person handed over, in one of three ways. `view`: which state of a file's tracked changes is read. */
export type Given = { kind: 'file'; file: File; view?: ChangesView } | { kind: 'address'; url: string } | { kind: 'text'; text: string }

/**
 * Tells what one field was given: an address, a path, or the article itself. A path is recognised only to say that a page cannot open it.
 * `www.` without a scheme is taken as https.
 */
export const recognise = (typed: string): { kind: 'address'; url: string } | { kind: 'path' } | { kind: 'text'; text: string } | { kind: 'nothing' } => {
  const trimmed = typed.trim()
  if (trimmed === '') return { kind: 'nothing' }
  if (/\s/.test(trimmed) && !/^([a-z]:\\|~?\/|\.{1,2}\/)[^\n]*\.\w{1,5}$/i.test(trimmed)) return { kind: 'text', text: typed }
  if (/^https?:\/\/\S+$/i.test(trimmed)) return { kind: 'address', url: trimmed }
  if (/^www\.\S+\.\S+$/i.test(trimmed)) return { kind: 'address', url: `https://${trimmed}` }
  if (/^(file:|[a-z]:\\|~?\/|\.{1,2}[\\/])/i.test(trimmed)) return { kind: 'path' }
  return { kind: 'text', text: typed }
}

/** "214 kB", "3.1 MB": decimal units, as file managers show them. */
export const fileSize = (bytes: number): string => (bytes < 1000 ? `${bytes} bytes` : bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`)

/** "English" for `en`; the tag itself where no name is known. */
export const languageName = (tag: string | null): string => {
  if (tag === null) return 'not known'
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
