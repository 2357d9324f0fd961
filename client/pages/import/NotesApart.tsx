import { useMutation } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { useFocus } from '../../components/focus.ts'
import { Trouble } from '../../components/Trouble.tsx'
import { joinImports, startImport, useImports, type Import } from './import-store.ts'
import { useFormats } from './use-formats.ts'

/** The file that holds an article's notes, if it is among those that were read: the one its marks lead to, else the only other one. */
export const proposedNotes = (others: readonly Import[], notesFile: string | null): Import | undefined => {
  const wanted = notesFile?.toLowerCase()
  const named = wanted === undefined ? undefined : others.find(({ name }) => name.toLowerCase() === wanted) ?? others.find(({ name }) => name.toLowerCase().endsWith(wanted))
  return named ?? (others.length === 1 ? others[0] : undefined)
}

/** An article whose marks found no notes: which file holds them. Stet proposes, a person joins. `notesFile` is the file that the marks lead to, where they lead to one. */
export function NotesApart({ importKey, notesFile }: { importKey: string; notesFile: string | null }) {
  const id = useId()
  const picker = useRef<HTMLInputElement>(null)
  const formats = useFormats()
  const all = useImports()
  const others = all.filter((one) => one.key !== importKey && one.given.kind === 'file')
  const ready = others.filter(({ state }) => state === 'read')
  const [chosen, setChosen] = useState<string | null>(null)
  const current = others.find(({ key }) => key === chosen) ?? proposedNotes(ready, notesFile)
  const join = useMutation({ mutationFn: (key: string) => joinImports(importKey, key) })
  return (
    <section aria-labelledby={id} className="notes-apart">
      <h3 id={id}>Notes in a file of their own</h3>
      <p>{notesFile === null ? 'If the notes stand in another file, join it here.' : `The marks lead to the file ${notesFile}.`}</p>
      {others.length > 0 && (
        <label className="field">
          <span>File of notes</span>
          <select value={current?.key ?? ''} onChange={(event) => {
            join.reset()
            setChosen(event.target.value)
          }}>
            {!current && <option value="">none of these</option>}
            {others.map(({ key, name, state }) => <option key={key} value={key} disabled={state !== 'read'}>{name}{state === 'reading' ? ' (being read)' : state === 'failed' ? ' (not read)' : ''}</option>)}
          </select>
        </label>
      )}
      {current?.state === 'failed' && <Trouble title={`Not read: ${current.name}`} error={current.error} />}
      {join.isError && <Trouble title="Not joined." error={join.error} />}
      <p className="row2">
        {current && <button type="button" className="act" disabled={current.state !== 'read' || join.isPending} onClick={() => join.mutate(current.key)}>{current.state === 'reading' ? `Reading ${current.name} …` : 'Join its notes'}</button>}
        <button type="button" className="act" onClick={() => picker.current?.click()}>Choose a file of notes</button>
        <input ref={picker} type="file" hidden aria-label="File of notes" accept={formats.accept} onChange={(event) => {
          const file = event.target.files?.[0]
          if (!file) return
          join.reset()
          setChosen(startImport({ kind: 'file', file }))
        }} />
      </p>
    </section>
  )
}

/** Where the notes came from. It takes the focus of the button that joined them, which is gone. */
export function NotesJoined({ from }: { from: string }) {
  const said = useRef<HTMLParagraphElement>(null)
  useFocus(said)
  return <p ref={said} tabIndex={-1} role="status" className="quiet">The notes come from {from}.</p>
}
