import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { reports } from '#shared/api/reports.ts'
import { Trouble } from '../../components/Trouble.tsx'
import { Waiting } from '../../components/Waiting.tsx'
import { count } from '../../components/time.ts'
import { addressOf, call, Refusal } from '../../connection/http.ts'
import { FORMAT_WORDS, queryOf, type Chosen } from './report-options.ts'

/** As much of a text report as is shown; the download is whole. Characters. */
const SHOWN = 200_000

/** The document as it would be downloaded. HTML stands in a sandbox: nothing in it can run or reach the desk. */
export function Preview({ articleId, chosen, download }: { articleId: string; chosen: Chosen; download: string }) {
  const query = queryOf(chosen)
  const { format } = chosen
  // Fetched even for HTML: a frame cannot tell a refusal from a report.
  const report = useQuery({
    queryKey: ['report', articleId, format, query],
    queryFn: async ({ signal }) => {
      const file = await call(reports.file, { params: { articleId, format }, query, signal })
      return { format, text: format === 'html' ? '' : await file.text() }
    },
    enabled: chosen.sections.length > 0,
    placeholderData: keepPreviousData,
    // The history goes on while one looks elsewhere.
    staleTime: 0,
  })
  if (chosen.sections.length === 0) return <p className="report-words">No section is chosen. Choose one on the left to see the report.</p>
  if (report.isPending) return <Waiting>Writing the report …</Waiting>
  if (report.isError && report.error instanceof Refusal && report.error.problem.code === 'not-found')
    return (
      <div className="report-words">
        <Trouble title="No such article." error={report.error}><Link to="/">Articles</Link></Trouble>
      </div>
    )
  if (report.isError)
    return (
      <div className="report-words">
        <Trouble title="The report could not be written." error={report.error}><button type="button" onClick={() => void report.refetch()}>Try again</button></Trouble>
      </div>
    )
  if (report.data.format === 'html')
    return <Page key={report.dataUpdatedAt} src={addressOf(reports.file, { articleId, format: 'html' }, query)} />
  const { text } = report.data
  return (
    <>
      {text.length > SHOWN && <p className="report-cut" role="status">The first {count(SHOWN)} of {count(text.length)} characters are shown. <a href={download} download>Download the whole {FORMAT_WORDS[report.data.format].name}</a></p>}
      <pre className="report-text" tabIndex={0} aria-label={`The report as ${FORMAT_WORDS[report.data.format].name}`}>{text.slice(0, SHOWN)}</pre>
    </>
  )
}

/** The report as a page in a frame, which says that it is on its way until it is there. */
function Page({ src }: { src: string }) {
  const [loaded, setLoaded] = useState(false)
  return (
    <>
      {!loaded && <Waiting>Writing the report …</Waiting>}
      <iframe className="report-frame" hidden={!loaded} onLoad={() => setLoaded(true)} title="Preview of the report" sandbox="allow-popups allow-popups-to-escape-sandbox" src={src} />
    </>
  )
}
