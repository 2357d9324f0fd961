import { useEffect, useState } from 'react'
import { fileSize, type Given } from './given.ts'

/** Reading is counted aloud only once it takes longer than this, in ms. */
const COUNTS_AFTER = 1000

/** "Reading …", with what and for how long. Nothing moves that does not progress. */
export function Reading({ name, given, since }: { name: string; given: Given; since: number }) {
  const [now, setNow] = useState(since)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), COUNTS_AFTER)
    return () => clearInterval(timer)
  }, [])
  const passed = Math.floor((now - since) / 1000)
  return (
    <div className="reading">
      <p role="status"><b>Reading …</b></p>
      <p className="quiet"><span className="import-name">{name}</span>{given.kind === 'file' && `, ${fileSize(given.file.size)}`}{now - since >= COUNTS_AFTER && <span>, for {passed} s</span>}</p>
    </div>
  )
}
