import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { Link } from 'react-router'
import type { ArticleSummary } from '#shared/api/articles.ts'
import { Diamond } from '../../components/Diamond.tsx'
import { Glyph } from '../../components/Glyph.tsx'
import { Key } from '../../components/Key.tsx'
import { Strip } from '../../components/Tally.tsx'
import { settledOf, tallySentence } from '../../components/tally-words.ts'
import { count, counted, day } from '../../components/time.ts'
import { troubleWords } from '../../components/Trouble.tsx'
import { send } from '../../connection/outbox.ts'

const draftLine = ({ draft, sample }: ArticleSummary): string =>
  `${sample ? 'Sample. ' : ''}Draft ${draft.number}, imported ${day(draft.importedAt)}. ${counted(draft.words, 'word')}, ${counted(draft.notes, 'note')}.`

/** One article: title and draft · tally with what is open · who last worked on it · rename, delete. */
export function ArticleRow({ article, here, link, onHere, onDelete }: { article: ArticleSummary; here: boolean; link: (element: HTMLAnchorElement | null) => void; onHere: () => void; onDelete: () => void }) {
  const [renaming, setRenaming] = useState(false)
  const renameButton = useRef<HTMLButtonElement>(null)
  const { tally } = article
  const stop = (): void => {
    setRenaming(false)
    requestAnimationFrame(() => renameButton.current?.focus())
  }
  return (
    <li className={here ? 'art here' : 'art'} onFocus={onHere}>
      <div>
        {renaming ? <Rename article={article} onDone={stop} /> : <h3><Link ref={link} to={`/articles/${article.id}`}>{article.title}</Link></h3>}
        <span className="meta">{draftLine(article)}</span>
      </div>
      <div>
        <div role="img" aria-label={tallySentence(tally)}>
          <div className="nums"><b>{count(settledOf(tally))} of {count(article.claims)} settled</b><span>{count(tally.disputed ?? 0)} disputed</span></div>
          <Strip tally={tally} />
        </div>
        <OpenWork article={article} />
      </div>
      <div className="who">{article.lastActor ?? <span className="quiet">nobody yet</span>}<small>{article.lastActor === null ? `imported ${day(article.createdAt)}` : `last act ${day(article.updatedAt)}`}</small></div>
      <div className="art-acts">
        <button ref={renameButton} type="button" onClick={() => setRenaming(true)}>Rename<span className="sr"> {article.title}</span></button>
        <button type="button" onClick={onDelete}>Delete …<span className="sr"> {article.title}</span></button>
      </div>
    </li>
  )
}

/** What still wants a person: only what is not zero. */
function OpenWork({ article: { tally, findings } }: { article: ArticleSummary }) {
  return (
    <div className="todo">
      {(tally.recheck ?? 0) > 0 && <span><Glyph status="recheck" />{count(tally.recheck ?? 0)} to check again</span>}
      {(tally.querying ?? 0) > 0 && <span><Glyph status="querying" />{counted(tally.querying ?? 0, 'query out', 'queries out')}</span>}
      {(findings.contradiction ?? 0) > 0 && <span><Diamond severity="contradiction" />{counted(findings.contradiction ?? 0, 'contradiction')}</span>}
      {(findings.doubt ?? 0) > 0 && <span><Diamond severity="doubt" />{counted(findings.doubt ?? 0, 'doubt')}</span>}
    </div>
  )
}

function Rename({ article, onDone }: { article: ArticleSummary; onDone: () => void }) {
  const [title, setTitle] = useState(article.title)
  const field: RefObject<HTMLInputElement | null> = useRef(null)
  const client = useQueryClient()
  useEffect(() => field.current?.select(), [])
  const rename = useMutation({
    mutationFn: () => send(article.id, { kind: 'rename', title: title.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries()
      onDone()
    },
  })
  const keep = (): void => {
    if (title.trim() === article.title) onDone()
    else if (title.trim() !== '') rename.mutate()
  }
  return (
    <form
      className="rename"
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
      }}
    >
      <label className="field"><span className="sr">Title</span><input ref={field} value={title} required maxLength={500} onChange={(event) => setTitle(event.target.value)} /></label>
      <p className="row2">
        <button type="submit" className="act main" disabled={rename.isPending}>Rename <Key>Enter</Key></button>
        <button type="button" className="act" onClick={onDone}>Leave as it was <Key>Esc</Key></button>
        {rename.isError && <span role="alert">Not renamed. {troubleWords(rename.error)}</span>}
      </p>
    </form>
  )
}
