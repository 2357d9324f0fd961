import { memo, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useDesk } from '../../components/desk-context.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { Key } from '../../components/Key.tsx'
import { keyMap } from '../../components/key-map.ts'
import { Tally } from '../../components/Tally.tsx'
import { tallySentence } from '../../components/tally-words.ts'
import { ThemeChoice } from '../../components/ThemeChoice.tsx'
import { clock } from '../../components/time.ts'
import { retryNow, useOutbox } from '../../connection/outbox.ts'
import { tallyOf } from '../../reader/counts.ts'
import { useDeskFrame } from './DeskProvider.tsx'

/** The article's bar: where, last act, tally, whether everything is saved, the way to the report. */
export const Bar = memo(function Bar({ onRail }: { onRail: () => void }) {
  const desk = useDesk()
  const { last, refusal, loading } = useDeskFrame()
  const [renaming, setRenaming] = useState(false)
  const tally = useMemo(() => tallyOf(desk.claims), [desk.claims])
  return (
    <header className="bar">
      <Link className="mark" to="/" aria-label="Stet, to the articles">Stet</Link>
      <div className="where">
        <Link className="up only-l" to="/">Articles</Link><span className="up only-l" aria-hidden="true">/</span>
        <h1 title={desk.article.title}><button type="button" onClick={() => setRenaming(true)} aria-label={`${desk.article.title}, rename`}>{desk.article.title}</button></h1>
      </div>
      {refusal ? (
        <span className="last refused-act" role="alert">{refusal}</span>
      ) : (
        <span className="last only-l" role="status">
          {last && <>{last.text}. {last.undoable && <button type="button" onClick={() => void desk.undo()}>Undo <Key>Ctrl Z</Key></button>}</>}
        </span>
      )}
      <span className="only-l">{loading ? <span className="quiet">Finding claims …</span> : <Tally tally={tally} />}</span>
      <button type="button" className="tally-button only-s" onClick={onRail} aria-label={loading ? 'Show the claims' : `${tallySentence(tally)} Show the claims`}>{loading ? 'Claims …' : <Tally tally={tally} />}</button>
      <SaveState articleId={desk.article.id} />
      <ThemeChoice />
      <Link className="act only-l" to={`/articles/${desk.article.id}/report`}>Report</Link>
      <button type="button" className="act only-l" aria-label="All keys" onClick={() => keyMap.show(true)}>?</button>
      {renaming && <Rename onClose={() => setRenaming(false)} />}
    </header>
  )
})

function SaveState({ articleId }: { articleId: string }) {
  const { state, savedAt, waiting, error } = useOutbox(articleId)
  const words = state === 'saving' ? 'Saving …' : state === 'saved' ? (savedAt ? `Saved ${clock(savedAt)}` : 'Saved') : `Not saved: ${waiting.length} ${waiting.length === 1 ? 'change waits' : 'changes wait'} on this machine`
  return (
    <span className={`saved ${state}`} role="status" title={error}>
      <span>{words}</span>
      {state === 'failed' && <button type="button" className="link" onClick={retryNow}>Try again</button>}
    </span>
  )
}

function Rename({ onClose }: { onClose: () => void }) {
  const desk = useDesk()
  const [title, setTitle] = useState(desk.article.title)
  const keep = (): void => {
    if (title.trim() === '') return
    if (title.trim() !== desk.article.title) void desk.decide({ kind: 'rename', title: title.trim() }).catch(() => undefined)
    onClose()
  }
  return (
    <Dialog title="Rename the article" onClose={onClose} foot={<><button type="button" className="act main" onClick={keep}>Rename</button><button type="button" className="act" onClick={onClose}>Cancel</button></>}>
      <form onSubmit={(event) => (event.preventDefault(), keep())}>
        <label className="field"><span>Title</span><input data-first-focus value={title} maxLength={500} required onChange={(event) => setTitle(event.target.value)} /></label>
      </form>
    </Dialog>
  )
}
