import { useSecondsSince } from '../../components/seconds.ts'
import { fileSize } from './given.ts'
import type { Import } from './import-store.ts'

/** What is done now, as far as it can be known: how much of a file is sent, then which of its pages is read, and for how long. Nothing moves that does not progress. */
export function Reading({ given: { name, given, since, sent, pages } }: { given: Import }) {
  const passed = useSecondsSince(since)
  const sending = sent !== null && sent.bytes < sent.of
  return (
    <div className="reading">
      <p role="status"><b>{sending ? 'Sending …' : pages ? (pages.read < pages.of ? 'Reading …' : 'Every page is read. Finding its notes and claims …') : given.kind === 'address' ? 'Fetching and reading …' : 'Reading …'}</b></p>
      {sending && <progress value={sent.bytes} max={sent.of} aria-label="Sent" />}
      {!sending && pages && <progress value={pages.read} max={pages.of} aria-label="Pages read" />}
      <p className="quiet">
        <span className="import-name">{name}</span>
        {sending ? `, ${fileSize(sent.bytes)} of ${fileSize(sent.of)}` : given.kind === 'file' && `, ${fileSize(given.file.size)}`}
        {!sending && pages && `, page ${pages.read} of ${pages.of}`}
        {passed >= 1 && <span>, for {passed} s</span>}
      </p>
    </div>
  )
}
