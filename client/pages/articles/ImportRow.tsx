import { counted } from '../../components/time.ts'
import { troubleWords } from '../../components/Trouble.tsx'
import { Reading } from '../import/Reading.tsx'
import { removeImport, type Import } from '../import/import-store.ts'

/** An import under way, read but not kept, or failed: it lives in the list until someone decides. */
export function ImportRow({ given, onOpen, onChoose }: { given: Import; onOpen: () => void; onChoose: () => void }) {
  const remove = (): void => removeImport(given.key)
  if (given.state === 'failed')
    return (
      <li className="art">
        <div className="fail">
          <h3>{given.name}</h3>
          <p role="alert">{troubleWords(given.error)}</p>
          <p className="row2"><button type="button" onClick={onChoose}>Choose another file</button><button type="button" onClick={remove}>Remove<span className="sr"> {given.name}</span></button></p>
        </div>
      </li>
    )
  return (
    <li className="art">
      <div>
        <h3>{given.preview?.title || given.name}</h3>
        {given.state === 'reading' ? <Reading given={given} /> : <span className="meta">Read, not on the desk yet: {counted(given.preview?.words ?? 0, 'word')}, {counted(given.preview?.claims ?? 0, 'claim')} found.{given.preview?.notesFile ? ` Its notes stand in ${given.preview.notesFile}.` : ''}</span>}
      </div>
      <div className="row2 import-row-acts">
        {given.state === 'read' && <button type="button" className="act" onClick={onOpen}>See what was read</button>}
        <button type="button" onClick={remove}>{given.state === 'reading' ? 'Stop reading' : 'Remove'}<span className="sr"> {given.name}</span></button>
      </div>
    </li>
  )
}
