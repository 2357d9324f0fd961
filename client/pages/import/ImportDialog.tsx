import { useState } from 'react'
import { Dialog } from '../../components/Dialog.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import type { Given } from './given.ts'
import { ImportField } from './ImportField.tsx'
import { PreviewDialog } from './PreviewDialog.tsx'
import { Reading } from './Reading.tsx'
import { removeImport, startImport, useImports } from './import-store.ts'
import './import.css'

/** One dialog, three ways in one field; then what was read, before anything is kept. `open` is an import under way, or null for the field. */
export function ImportDialog({ open, onOpen, onClose }: { open: string | null; onOpen: (key: string | null) => void; onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const current = useImports().find((one) => one.key === open)
  const start = (given: Given): void => onOpen(startImport(given))
  /** One is looked through at once; several are read in the list. */
  const startAll = ([first, ...more]: readonly [Given, ...Given[]]): void => {
    if (more.length === 0) return start(first)
    for (const given of [first, ...more]) startImport(given)
    onClose()
  }
  const cancel = (): void => {
    if (current) removeImport(current.key)
    onClose()
  }
  if (current?.state === 'read' && current.preview) return <PreviewDialog key={current.key} importKey={current.key} preview={current.preview} onClose={onClose} onCancel={cancel} onView={(view) => {
    if (current.given.kind !== 'file') return
    removeImport(current.key)
    start({ ...current.given, view })
  }} />
  if (current?.state === 'reading')
    return (
      <Dialog title="Import an article" onClose={onClose} foot={<><button type="button" className="act" data-first-focus onClick={onClose}>Go on in the list</button><button type="button" className="act" onClick={cancel}>Cancel</button></>}>
        <Reading given={current} />
      </Dialog>
    )
  return (
    <Dialog title="Import an article" onClose={cancel}>
      {current?.state === 'failed' && (
        <Trouble title={`Not read: ${current.name}`} error={current.error}>
          <button type="button" onClick={() => {
            removeImport(current.key)
            start(current.given)
          }}>Try again</button>
        </Trouble>
      )}
      <ImportField typed={typed} onType={setTyped} onGive={(given) => {
        if (current) removeImport(current.key)
        startAll(given)
      }} />
    </Dialog>
  )
}
