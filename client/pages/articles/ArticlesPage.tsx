import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { articles, type ArticleSummary } from '#shared/api/articles.ts'
import { Key } from '../../components/Key.tsx'
import { useKeys } from '../../components/keys.ts'
import { Place } from '../../components/Place.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { Waiting } from '../../components/Waiting.tsx'
import { call } from '../../connection/http.ts'
import { ImportDialog } from '../import/ImportDialog.tsx'
import { startImport, useImports } from '../import/import-store.ts'
import { useFormats } from '../import/use-formats.ts'
import { ArticleRow } from './ArticleRow.tsx'
import { DeleteDialog } from './DeleteDialog.tsx'
import { ImportRow } from './ImportRow.tsx'
import { useFileDrop } from './use-file-drop.ts'
import './articles.css'

type Open = { kind: 'import'; key: string | null } | { kind: 'delete'; article: ArticleSummary } | null

/** The list of articles: what is on the desk and how far each is. */
export default function ArticlesPage() {
  const formats = useFormats()
  const list = useQuery({ queryKey: ['articles'], queryFn: ({ signal }) => call(articles.list, { signal }) })
  const imports = useImports()
  const [here, setHere] = useState(0)
  const [open, setOpen] = useState<Open>(null)
  const links = useRef<(HTMLAnchorElement | null)[]>([])
  const navigate = useNavigate()
  const rows = list.data ?? []
  const importOpen = open?.kind === 'import' ? open.key : null

  const walk = (step: number): void => {
    // The first stroke from outside the list enters at the marked row.
    const inList = links.current.includes(document.activeElement as HTMLAnchorElement)
    const next = Math.max(0, Math.min(rows.length - 1, inList ? here + step : here))
    setHere(next)
    links.current[next]?.focus()
  }
  const openImport = (key: string | null = null): void => setOpen({ kind: 'import', key })
  useKeys({
    j: () => walk(1),
    k: () => walk(-1),
    Enter: () => {
      const article = rows[here]
      if (article) void navigate(`/articles/${article.id}`)
    },
    i: () => openImport(),
  })
  const dropping = useFileDrop((files) => {
    const keys = files.map((file) => startImport({ kind: 'file', file }))
    // One file is looked through at once; several are read in the list.
    if (keys.length === 1) openImport(keys[0])
  })
  const waiting = imports.filter((one) => one.key !== importOpen)
  const empty = list.data?.length === 0 && waiting.length === 0
  return (
    <Place title="Articles">
      <div className={dropping ? 'articles dropping' : 'articles'}>
        <div className="top">
          <h1>Articles</h1>
          <button type="button" className="act main" aria-haspopup="dialog" onClick={() => openImport()}>Import an article <Key>i</Key></button>
        </div>
        <div className="tray"><h2>On the desk</h2><span className="drop-hint">{dropping ? 'let go to import' : 'or drop files anywhere on this page'}</span></div>
        {list.isPending && <Waiting>Reading the list of articles …</Waiting>}
        {list.isError && !list.data && <div className="list-trouble"><Trouble title="The list could not be read." error={list.error}><button type="button" onClick={() => void list.refetch()}>Try again</button></Trouble></div>}
        {empty && (
          <p className="empty">
            No article on the desk. Drop one here, paste its text, or <button type="button" className="link" onClick={() => openImport()}>choose a file</button>.
            <span>{formats.words} Nothing leaves this machine.</span>
          </p>
        )}
        <ul>
          {waiting.map((one) => <ImportRow key={one.key} given={one} onOpen={() => openImport(one.key)} onChoose={() => openImport(one.key)} />)}
          {rows.map((article, index) => (
            <ArticleRow
              key={article.id}
              article={article}
              here={index === here}
              link={(element) => {
                links.current[index] = element
              }}
              onHere={() => setHere(index)}
              onDelete={() => setOpen({ kind: 'delete', article })}
            />
          ))}
        </ul>
      </div>
      {open?.kind === 'import' && <ImportDialog open={open.key} onOpen={openImport} onClose={() => setOpen(null)} />}
      {open?.kind === 'delete' && (
        <DeleteDialog
          article={open.article}
          onClose={() => setOpen(null)}
          onDeleted={() => {
            setOpen(null)
            requestAnimationFrame(() => (links.current[Math.min(here, rows.length - 2)] ?? document.getElementById('place'))?.focus())
          }}
        />
      )}
    </Place>
  )
}
