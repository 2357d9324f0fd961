import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { articles } from '#shared/api/articles.ts'
import { reports } from '#shared/api/reports.ts'
import { REPORT_FORMATS } from '#shared/report/report.ts'
import { keyMap } from '../../components/key-map.ts'
import { Tally } from '../../components/Tally.tsx'
import { ThemeChoice } from '../../components/ThemeChoice.tsx'
import { addressOf, call } from '../../connection/http.ts'
import { Preview } from './Preview.tsx'
import { chosenOf, FORMAT_WORDS, queryOf, searchOf, SECTION_WORDS, SECTIONS, type Chosen } from './report-options.ts'
import './report.css'

/** The report of one article: options on the left, the live document in the middle. */
export default function ReportPage() {
  const { articleId = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const chosen = chosenOf(search)
  const list = useQuery({ queryKey: ['articles'], queryFn: ({ signal }) => call(articles.list, { signal }) })
  const article = list.data?.find((one) => one.id === articleId)
  const title = article?.title ?? 'The article'
  useEffect(() => {
    document.title = `Report · ${title} · Stet`
  }, [title])
  const choose = (changes: Partial<Chosen>): void => setSearch(searchOf({ ...chosen, ...changes }), { replace: true })
  const query = queryOf(chosen)
  const download = addressOf(reports.file, { articleId, format: chosen.format }, { ...query, download: '1' })
  return (
    <div className="report-place">
      <header className="bar">
        <a className="sr" href="#report">Skip to the report</a>
        <Link className="mark" to="/" aria-label="Stet, to the articles">Stet</Link>
        <div className="where">
          <Link className="only-l" to="/">Articles</Link><span className="only-l" aria-hidden="true">/</span>
          <Link className="where-title" to={`/articles/${articleId}`}>{title}</Link><span aria-hidden="true">/</span><h1>Report</h1>
        </div>
        {article && <span className="only-l"><Tally tally={article.tally} /></span>}
        <ThemeChoice />
        <Link className="act only-l" to={`/articles/${articleId}`}>Desk</Link>
        <button type="button" className="act" aria-label="All keys" aria-haspopup="dialog" onClick={() => keyMap.show(true)}>?</button>
      </header>
      <Options chosen={chosen} onChoose={choose} download={download} />
      <main id="report" tabIndex={-1} className="report-sheet">
        <Preview articleId={articleId} chosen={chosen} download={download} />
      </main>
    </div>
  )
}

function Options({ chosen, onChoose, download }: { chosen: Chosen; onChoose: (changes: Partial<Chosen>) => void; download: string }) {
  const nothing = chosen.sections.length === 0
  return (
    <aside className="report-options" aria-label="What the report holds">
      <fieldset>
        <legend>Format</legend>
        {REPORT_FORMATS.map((format) => (
          <label key={format} className="check-label">
            <input type="radio" name="format" checked={chosen.format === format} onChange={() => onChoose({ format })} />
            <span>{FORMAT_WORDS[format].name}<small>{FORMAT_WORDS[format].what}</small></span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Sections</legend>
        {SECTIONS.map((section) => (
          <label key={section} className="check-label">
            <input
              type="checkbox"
              checked={chosen.sections.includes(section)}
              onChange={(event) => onChoose({ sections: SECTIONS.filter((other) => (other === section ? event.target.checked : chosen.sections.includes(other))) })}
            />
            <span>{SECTION_WORDS[section]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Leave out</legend>
        <label className="check-label"><input type="checkbox" checked={chosen.withoutInternal} onChange={(event) => onChoose({ withoutInternal: event.target.checked })} /><span>Without internal notes</span></label>
        <label className="check-label"><input type="checkbox" checked={chosen.onlyDisputed} onChange={(event) => onChoose({ onlyDisputed: event.target.checked })} /><span>Only disputed<small>and conflicting</small></span></label>
      </fieldset>
      {nothing ? <p className="quiet">No section is chosen: choose one to download.</p> : <a className="act main" href={download} download>Download {FORMAT_WORDS[chosen.format].name}</a>}
    </aside>
  )
}
