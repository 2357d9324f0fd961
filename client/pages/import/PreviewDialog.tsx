import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { imports, type ImportPreview } from '#shared/api/articles.ts'
import { ChangesView } from '#shared/document/document.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { count, counted } from '../../components/time.ts'
import { Trouble } from '../../components/Trouble.tsx'
import { call } from '../../connection/http.ts'
import { languageName } from './given.ts'
import { forgetKept } from './import-store.ts'
import { NotesApart, NotesJoined } from './NotesApart.tsx'

/** What was read, before anything is kept. */
export function PreviewDialog({ importKey, preview, onClose, onCancel, onView }: { importKey: string; preview: ImportPreview; onClose: () => void; onCancel: () => void; onView: (view: ChangesView) => void }) {
  const [title, setTitle] = useState(preview.title)
  const [putBack, setPutBack] = useState<readonly number[]>([])
  const navigate = useNavigate()
  const client = useQueryClient()
  const form = useId()
  const keep = useMutation({
    mutationFn: () => call(imports.keep, { params: { importId: preview.id }, body: { title: title.trim(), putBack: [...putBack] } }),
    onSuccess: (article) => {
      forgetKept(importKey)
      void client.invalidateQueries()
      void navigate(`/articles/${article.id}`)
    },
  })
  const toggle = (index: number): void => setPutBack(putBack.includes(index) ? putBack.filter((other) => other !== index) : [...putBack, index])
  const missing = preview.notes.marks - preview.notes.joined
  return (
    <Dialog
      title="What was read"
      onClose={onClose}
      wide
      foot={
        <>
          <button type="submit" form={form} className="act main" disabled={title.trim() === '' || keep.isPending}>Put on the desk</button>
          <button type="button" className="act" onClick={onCancel}>Cancel</button>
          <span className="quiet small" role="status">{keep.isPending ? 'Putting it on the desk …' : 'Nothing is kept yet.'}</span>
        </>
      }
    >
      <form
        id={form}
        className="preview"
        onSubmit={(event) => {
          event.preventDefault()
          if (title.trim() !== '' && !keep.isPending) keep.mutate()
        }}
      >
        <label className="field preview-title">
          <span>Title</span>
          <input data-first-focus value={title} required maxLength={500} onChange={(event) => setTitle(event.target.value)} />
        </label>
        {keep.isError && <Trouble title="Not put on the desk." error={keep.error} />}
        <dl className="facts">
          <div><dt>Claims found</dt><dd>{count(preview.claims)}</dd></div>
          <div><dt>Words</dt><dd>{count(preview.words)}</dd></div>
          <div><dt>Paragraphs</dt><dd>{count(preview.paragraphs)}</dd></div>
          <div><dt>Notes joined</dt><dd>{preview.notes.marks === 0 && preview.notes.defined === 0 ? 'none' : `${count(preview.notes.joined)} of ${count(preview.notes.marks)}`}</dd></div>
          <div><dt>Language</dt><dd>{languageName(preview.language)}</dd></div>
          <div><dt>Read as</dt><dd>{preview.format}</dd></div>
        </dl>
        {preview.comments > 0 && <p className="quiet">{counted(preview.comments, 'comment')} in the file. They are kept with the article.</p>}
        {preview.changes > 0 && (
          <label className="field">
            <span>{counted(preview.changes, 'tracked change')}, read as</span>
            <select value={preview.view} onChange={(event) => onView(ChangesView.parse(event.target.value))}>
              <option value="accepted">accepted: the text with every change made</option>
              <option value="original">original: the text before any change</option>
            </select>
          </label>
        )}
        {preview.claims === 0 && <p className="trouble">No claim found. Either it states no facts, or it was read wrongly: look at the words below. Claims can also be made by hand on the desk.</p>}
        {preview.notesFrom !== null && <NotesJoined from={preview.notesFrom} />}
        {missing > 0 && <p className="quiet">{counted(missing, 'note mark')} found no note.</p>}
        {missing > 0 && preview.notesFrom === null && <NotesApart importKey={importKey} notesFile={preview.notesFile} />}
        {preview.warnings.length > 0 && (
          <section aria-labelledby={`${form}-warnings`}>
            <h3 id={`${form}-warnings`}>Warnings <span className="count">{preview.warnings.length}</span></h3>
            <ul className="warnings">
              {preview.warnings.map((warning, index) => <li key={index}>{warning.message}{warning.excerpt && <q>{warning.excerpt}</q>}</li>)}
            </ul>
          </section>
        )}
        {preview.setAside.length > 0 && (
          <section aria-labelledby={`${form}-aside`}>
            <h3 id={`${form}-aside`}>Set aside <span className="count">{preview.setAside.length}</span></h3>
            <ul className="aside-list">
              {preview.setAside.map((block) => (
                <li key={block.index} className={putBack.includes(block.index) ? 'back' : ''}>
                  <span>“{block.text}”, {counted(block.lines, 'line')}</span>
                  <button type="button" className="link" aria-pressed={putBack.includes(block.index)} onClick={() => toggle(block.index)}>{putBack.includes(block.index) ? 'Set aside again' : 'Put back'}<span className="sr"> “{block.text}”</span></button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section aria-labelledby={`${form}-words`}>
          <h3 id={`${form}-words`}>How it begins</h3>
          <div className="excerpt" lang={preview.language ?? undefined}>
            {preview.excerpt.map((block, index) => <p key={index} className={block.kind === 'heading' || block.kind === 'title' ? 'head' : ''}>{block.text}</p>)}
          </div>
        </section>
      </form>
    </Dialog>
  )
}
