import { useRef, useState } from 'react'
import { Key } from '../../components/Key.tsx'
import { recognise, type Given } from './given.ts'
import { useFormats } from './use-formats.ts'

/** One field for a file dropped or chosen, text pasted, or an address typed. */
export function ImportField({ typed, onType, onGive }: { typed: string; onType: (typed: string) => void; onGive: (given: Given) => void }) {
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const what = recognise(typed)
  const formats = useFormats()
  const give = (): void => {
    if (what.kind === 'address' || what.kind === 'text') onGive(what)
  }
  const giveFile = (files: FileList | null | undefined): boolean => {
    const file = files?.[0]
    if (file) onGive({ kind: 'file', file })
    return file !== undefined
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
        <span>Paste the article’s text or its address, or drop a file here</span>
        <textarea
          data-first-focus
          rows={7}
          className={over ? 'over' : ''}
          value={typed}
          onChange={(event) => onType(event.target.value)}
          onPaste={(event) => {
            if (giveFile(event.clipboardData.files)) event.preventDefault()
          }}
          onDragOver={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            setOver(false)
            if (!giveFile(event.dataTransfer.files)) return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
      </label>
      {what.kind === 'path' && <p className="path-note" role="status">A page may not open a path on this machine. Choose the file, drop it here, or run “stet import” with the path.</p>}
      <div className="row2 import-acts">
        <button type="submit" className="act main" disabled={what.kind === 'nothing' || what.kind === 'path'}>{what.kind === 'address' ? 'Fetch and read' : 'Read'} <Key>Ctrl Enter</Key></button>
        <button type="button" className="act" onClick={() => picker.current?.click()}>Choose a file</button>
        <input ref={picker} type="file" hidden aria-label="File to import" accept={formats.accept} onChange={(event) => giveFile(event.target.files)} />
      </div>
      <p className="quiet small">{formats.words} Nothing leaves this machine; an address is fetched by this machine.</p>
    </form>
  )
}
