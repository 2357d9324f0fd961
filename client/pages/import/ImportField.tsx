import { useRef, useState } from 'react'
import { Key } from '../../components/Key.tsx'
import { recognise, type Given } from './given.ts'
import { useFormats } from './use-formats.ts'

/** One field for files dropped or chosen, text pasted, or an address typed. Several files are several articles, or an article and its notes. */
export function ImportField({ typed, onType, onGive }: { typed: string; onType: (typed: string) => void; onGive: (given: readonly [Given, ...Given[]]) => void }) {
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const what = recognise(typed)
  const formats = useFormats()
  const give = (): void => {
    if (what.kind === 'address' || what.kind === 'text') onGive([what])
  }
  const giveFiles = (files: FileList | null | undefined): boolean => {
    const [first, ...more] = [...(files ?? [])].map((file): Given => ({ kind: 'file', file }))
    if (first) onGive([first, ...more])
    return first !== undefined
  }
  return (
    <form
      className="import-field"
      onSubmit={(event) => {
        event.preventDefault()
        give()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        give()
      }}
    >
      <label className="field">
        <span>Paste the article’s text or its address, or drop files here</span>
        <textarea
          data-first-focus
          rows={7}
          className={over ? 'over' : ''}
          value={typed}
          onChange={(event) => onType(event.target.value)}
          onPaste={(event) => {
            if (giveFiles(event.clipboardData.files)) event.preventDefault()
          }}
          onDragOver={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            setOver(false)
            if (!giveFiles(event.dataTransfer.files)) return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
      </label>
      {what.kind === 'path' && <p className="path-note" role="status">A page may not open a path on this machine. Choose the file, drop it here, or run “stet import” with the path.</p>}
      <div className="row2 import-acts">
        <button type="submit" className="act main" disabled={what.kind === 'nothing' || what.kind === 'path'}>{what.kind === 'address' ? 'Fetch and read' : 'Read'} <Key>Ctrl Enter</Key></button>
        <button type="button" className="act" onClick={() => picker.current?.click()}>Choose files</button>
        <input ref={picker} type="file" multiple hidden aria-label="File to import" accept={formats.accept} onChange={(event) => giveFiles(event.target.files)} />
      </div>
      <p className="quiet small">{formats.words} Notes that stand in a file of their own are chosen together with the article. Nothing leaves this machine; an address is fetched by this machine.</p>
    </form>
  )
}
