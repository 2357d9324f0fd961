import { useEffect, useRef, useState, type DragEvent } from 'react'
import { api } from '#shared/api/index.ts'
import { WebAddress, type ClaimView, type DecisionInput, type Stance, type TableExcerpt } from '#shared/review/index.ts'
import { useDesk } from '../components/desk-context.ts'
import { useFocus } from '../components/focus.ts'
import { Key } from '../components/Key.tsx'
import { call, Refusal } from '../connection/http.ts'
import { requirePerson } from '../connection/person.ts'
import { PieceFields, StanceChoice } from './PieceFields.tsx'
import { Refused, Waits } from './Section.tsx'
import { TablePicker } from './TablePicker.tsx'
import { useAct } from './use-claim.ts'

type Source = Extract<DecisionInput, { kind: 'attach-evidence' }>['source']

/** What pasted or typed words are: an address to capture, or a reference kept as text. */
const sourceOf = (text: string): Source => (WebAddress.safeParse(text.trim()).success ? { kind: 'web', url: text.trim() } : { kind: 'reference', reference: text.trim() })

/**
 * One field for an address, a citation or a file, and the bundled tables beside it. Paste anywhere outside a field attaches too:
 * an address is captured, a file is kept, text becomes a typed reference with the text as quote.
 */
export function Attach({ view, open, onOpen, onClose }: { view: ClaimView; open: boolean; onOpen: () => void; onClose: () => void }) {
  const desk = useDesk()
  const { claim } = view
  const { act, trouble, busy, waits } = useAct(claim.id)
  const [text, setText] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [excerpt, setExcerpt] = useState<TableExcerpt | null>(null)
  const [way, setWay] = useState<'any' | 'table'>('any')
  const [stance, setStance] = useState<Stance>('supports')
  const [quote, setQuote] = useState('')
  const [locator, setLocator] = useState('')
  const [note, setNote] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [uploading, setUploading] = useState<string | null>(null)
  const [over, setOver] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)

  const clear = (): void => {
    setText('')
    setFile(null)
    setExcerpt(null)
    setWay('any')
    setStance('supports')
    setQuote('')
    setLocator('')
    setNote('')
    setRefusal(null)
  }
  useEffect(() => {
    if (desk.request?.open === 'attach' && desk.request.file) take(desk.request.file)
    // A request is taken once, when it comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [desk.request])
  useFocus(field, open && way)

  const upload = async (given: File): Promise<Source | null> => {
    try {
      await requirePerson()
      setUploading(given.name)
      const snapshot = await call(api.evidence.upload, { file: given })
      return { kind: 'file', snapshotId: snapshot.id }
    } catch (error) {
      setRefusal(error instanceof Refusal ? error.problem.detail : 'Stet’s server does not answer. The file is still chosen here; attach it again when it is back.')
      return null
    } finally {
      setUploading(null)
    }
  }
  const attach = async (): Promise<void> => {
    setRefusal(null)
    const source: Source | null = excerpt ? { kind: 'table', table: excerpt } : file ? await upload(file) : text.trim() ? sourceOf(text) : null
    if (!source) {
      if (!file) setRefusal(way === 'table' ? 'Choose a series, a place and years first.' : 'Nothing to attach yet. Give an address, a citation or a file.')
      return
    }
    if (await act({ kind: 'attach-evidence', claimId: claim.id, stance, quote: quote.trim() || null, locator: locator.trim() || null, note, source })) {
      clear()
      onClose()
    }
  }
  const take = (given: File | undefined): void => {
    if (!given) return
    setFile(given)
    setText('')
    setExcerpt(null)
    setWay('any')
    onOpen()
  }

  // Pasting outside a field while a claim is current fills this form; the person says what it shows and keeps it.
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const target = event.target as HTMLElement | null
      if (target?.closest('input, textarea, [contenteditable], dialog')) return
      const pasted = event.clipboardData?.files[0]
      const words = event.clipboardData?.getData('text/plain').trim() ?? ''
      if (pasted) take(pasted)
      else if (words) {
        const source = sourceOf(words)
        setText(words)
        if (source.kind === 'reference') setQuote(words)
        onOpen()
      } else return
      event.preventDefault()
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [claim.id])

  const drop = {
    onDragOver: (event: DragEvent) => (event.preventDefault(), setOver(true)),
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => (event.preventDefault(), event.stopPropagation(), setOver(false), take(event.dataTransfer.files[0])),
  }
  if (!open)
    return (
      <button type="button" className={over ? 'drop over' : 'drop'} onClick={onOpen} {...drop}>
        <span>{over ? `Attach to claim ${claim.number}` : 'Paste an address, or drop a file here'}</span>
      </button>
    )
  return (
    <form className={over ? 'ev-form over' : 'ev-form'} aria-label="Attach evidence" onSubmit={(event) => (event.preventDefault(), void attach())} {...drop}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          onClose()
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          void attach()
        }
      }}>
      <div className="ways" role="group" aria-label="Kind of evidence">
        <button type="button" aria-pressed={way === 'any'} onClick={() => (setWay('any'), setExcerpt(null))}>Address, citation or file</button>
        <button type="button" aria-pressed={way === 'table'} onClick={() => setWay('table')}>Row of a table</button>
      </div>
      {way === 'table' ? (
        <TablePicker onPick={setExcerpt} />
      ) : file ? (
        <p className="chosen">{file.name} <button type="button" className="link" onClick={() => setFile(null)}>Choose another</button></p>
      ) : (
        <>
          <label className="field"><span>Address, citation, or choose a file</span><textarea ref={field} rows={2} value={text} onChange={(event) => setText(event.target.value)} /></label>
          <p className="row2">
            <label className="act file">Choose a file <input type="file" className="sr" accept=".pdf,.png,.jpg,.jpeg,.gif,.webp,.txt,.md,.html,.htm,application/pdf,image/*,text/plain,text/html" onChange={(event) => take(event.target.files?.[0])} /></label>
            <span className="quiet">{text.trim() === '' ? 'An address is captured; other words are kept as a reference.' : sourceOf(text).kind === 'web' ? 'Stet fetches this page and keeps a copy.' : 'Kept as a typed reference. Nothing is fetched.'}</span>
          </p>
        </>
      )}
      <StanceChoice stance={stance} onChange={setStance} />
      <PieceFields quote={quote} locator={locator} note={note} onQuote={setQuote} onLocator={setLocator} onNote={setNote} />
      {uploading && <p role="status">Keeping {uploading} …</p>}
      {refusal && <Refused>{refusal}</Refused>}
      {trouble && <Refused>{trouble.problem.detail}</Refused>}
      {waits && <Waits />}
      <p className="row2">
        <button type="submit" className="act main" disabled={busy || uploading !== null}>Attach <Key>Ctrl Enter</Key></button>
        <button type="button" className="act" onClick={() => (clear(), onClose())}>Cancel <Key>Esc</Key></button>
      </p>
    </form>
  )
}
