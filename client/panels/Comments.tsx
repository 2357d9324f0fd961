import { useEffect, useRef, useState } from 'react'
import type { ClaimView, CommentRecord } from '#shared/review/index.ts'
import { useDesk } from '../components/desk-context.ts'
import { useFocus } from '../components/focus.ts'
import { Key } from '../components/Key.tsx'
import { dateTime } from '../components/time.ts'
import { Refused, Section, Waits } from './Section.tsx'
import { useAct } from './use-claim.ts'

/** Reviewer notes: threaded, oldest first, replies indented once. */
export function Comments({ view }: { view: ClaimView }) {
  const desk = useDesk()
  const [writing, setWriting] = useState<{ parentId: string | null } | null>(null)
  useEffect(() => {
    if (desk.request?.open === 'comment') setWriting({ parentId: null })
  }, [desk.request])
  const threads = view.comments.filter((comment) => comment.parentId === null)
  return (
    <Section title="Reviewer notes" count={view.comments.length} action={<button type="button" className="way-in" onClick={() => setWriting({ parentId: null })}>Add <Key>n</Key></button>}>
      {threads.map((comment) => (
        <div key={comment.id} className="thread">
          <Comment view={view} comment={comment} onReply={() => setWriting({ parentId: comment.id })} />
          {view.comments.filter((reply) => reply.parentId === comment.id).map((reply) => <Comment key={reply.id} view={view} comment={reply} />)}
          {writing?.parentId === comment.id && <Write view={view} parentId={comment.id} onDone={() => setWriting(null)} />}
        </div>
      ))}
      {writing && writing.parentId === null && <Write view={view} parentId={null} onDone={() => setWriting(null)} />}
    </Section>
  )
}

function Comment({ view, comment, onReply }: { view: ClaimView; comment: CommentRecord; onReply?: () => void }) {
  const { act, trouble } = useAct(view.claim.id)
  const [editing, setEditing] = useState(false)
  if (editing) return <Write view={view} parentId={comment.parentId} comment={comment} onDone={() => setEditing(false)} />
  return (
    <div className={comment.parentId ? 'say in' : 'say'}>
      <p><b>{comment.author}</b> <time dateTime={comment.createdAt}>{dateTime(comment.createdAt)}</time>{comment.editedAt && ', edited'}{comment.internal && <span className="internal"> Internal</span>}</p>
      <p className="say-text">{comment.text}</p>
      <p className="row2">
        {onReply && <button type="button" onClick={onReply}>Reply</button>}
        <button type="button" onClick={() => setEditing(true)}>Edit</button>
        <button type="button" onClick={() => void act({ kind: 'delete-comment', commentId: comment.id })}>Delete</button>
      </p>
      {trouble && <Refused>{trouble.problem.detail}</Refused>}
    </div>
  )
}

function Write({ view, parentId, comment, onDone }: { view: ClaimView; parentId: string | null; comment?: CommentRecord; onDone: () => void }) {
  const { act, trouble, busy, waits } = useAct(view.claim.id)
  const [text, setText] = useState(comment?.text ?? '')
  const [internal, setInternal] = useState(comment?.internal ?? false)
  const field = useRef<HTMLTextAreaElement>(null)
  useFocus(field)
  const keep = async (): Promise<void> => {
    if (text.trim() === '') return field.current?.focus()
    const done = await act(comment ? { kind: 'edit-comment', commentId: comment.id, text } : { kind: 'add-comment', claimId: view.claim.id, text, parentId, internal })
    if (done) onDone()
  }
  return (
    <form className="ev-form" onSubmit={(event) => (event.preventDefault(), void keep())}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          onDone()
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          void keep()
        }
      }}>
      <label className="field"><span>{parentId ? 'Reply' : 'Reviewer note'}</span><textarea ref={field} rows={3} maxLength={20_000} value={text} onChange={(event) => setText(event.target.value)} /></label>
      {!comment && <label className="check"><input type="checkbox" checked={internal} onChange={(event) => setInternal(event.target.checked)} /> Internal: can be left out of the report</label>}
      {trouble && <Refused>{trouble.problem.detail}</Refused>}
      {waits && <Waits />}
      <p className="row2"><button type="submit" className="act main" disabled={busy}>Keep <Key>Ctrl Enter</Key></button><button type="button" className="act" onClick={onDone}>Cancel <Key>Esc</Key></button></p>
    </form>
  )
}
