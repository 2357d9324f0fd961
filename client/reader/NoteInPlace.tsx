import { useRef } from 'react'
import type { NoteRecord } from '#shared/review/index.ts'
import { Diamond } from '../components/Diamond.tsx'
import { useFocus } from '../components/focus.ts'

/** A note opened under its paragraph: its text as printed, what it resolves to, what it carries. */
export function NoteInPlace({ note, carries, onClose }: { note: NoteRecord; carries: string[]; onClose: () => void }) {
  const root = useRef<HTMLElement>(null)
  useFocus(root)
  const url = note.source?.URL && /^https?:/i.test(note.source.URL) ? note.source.URL : null
  return (
    <aside ref={root} className="note" aria-label={`Note ${note.label}`} tabIndex={-1} data-open-note={note.id}>
      <b>{note.label}</b>
      {note.malformed && <span className="malformed" title={`Printed as ${note.malformed}`}><Diamond severity="question" /> <span className="sr">Malformed, printed as {note.malformed}. </span></span>}
      {note.text || 'This mark has no note in the article.'}
      {note.ibidOf && <> <span className="resolved">As note {note.ibidOf}: {note.source?.title ?? 'the work named there'}</span></>}
      <small>
        <span>{carries.length === 0 ? 'Carries no claim' : carries.length === 1 ? `Carries claim ${carries[0]}` : `Carries claims ${carries.join(', ')}`}</span>
        {url && <a href={url} target="_blank" rel="noreferrer noopener">Open source</a>}
        <button type="button" className="link" onClick={onClose}>Close note</button>
      </small>
    </aside>
  )
}
