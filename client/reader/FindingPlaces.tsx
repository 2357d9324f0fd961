import { useEffect, useState, type RefObject } from 'react'
import type { Span } from '#shared/document/document.ts'
import { rangesOver } from './place.ts'

interface Box { left: number; top: number; width: number; height: number }
/** Rectangles that overlap by at least this much of their height, in px, stand on one line. */
const SAME_LINE = 8

/** One box for each line of a range, in px from the column's corner. */
function linesOf(range: Range, corner: DOMRect): Box[] {
  const lines: Box[] = []
  for (const { left, top, right, bottom, width } of range.getClientRects()) {
    if (width === 0) continue
    const line = lines.find((candidate) => Math.min(candidate.top + candidate.height, bottom - corner.top) - Math.max(candidate.top, top - corner.top) > SAME_LINE)
    const box = { left: left - corner.left, top: top - corner.top, width: right - left, height: bottom - top }
    if (!line) lines.push(box)
    else {
      const [end, foot] = [Math.max(line.left + line.width, box.left + box.width), Math.max(line.top + line.height, box.top + box.height)]
      Object.assign(line, { left: Math.min(line.left, box.left), top: Math.min(line.top, box.top) })
      Object.assign(line, { width: end - line.left, height: foot - line.top })
    }
  }
  return lines
}

/** The current finding on the sheet: a thin box around each of its places, and a bar in the machine's margin that joins them while more than one is in view. */
export function FindingPlaces({ column, places, measure }: { column: RefObject<HTMLElement | null>; places: readonly Span[]; /** Grows when widths change. */ measure: number }) {
  const [drawn, setDrawn] = useState<{ boxes: Box[]; bar: { top: number; height: number } | null }>({ boxes: [], bar: null })
  useEffect(() => {
    const [root, sheet] = [column.current, column.current?.closest('.sheet')]
    if (!root || !sheet) return
    let frame = 0
    const look = (): void => {
      const corner = root.getBoundingClientRect()
      const view = sheet.getBoundingClientRect()
      const lines = rangesOver(root, places).flatMap((range) => (range ? [linesOf(range, corner)] : []))
      const inView = lines.map(([first]) => (first ? first.top + first.height / 2 : -1)).filter((middle) => middle > view.top - corner.top && middle < view.bottom - corner.top)
      const top = Math.min(...inView)
      setDrawn({ boxes: lines.flat(), bar: inView.length > 1 ? { top, height: Math.max(...inView) - top } : null })
    }
    const soon = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    }
    // Looks at once, and again when what is in view changes.
    const resized = new ResizeObserver(soon)
    resized.observe(sheet)
    sheet.addEventListener('scroll', soon, { passive: true })
    return () => (resized.disconnect(), sheet.removeEventListener('scroll', soon), cancelAnimationFrame(frame))
  }, [column, places, measure])
  return (
    <div aria-hidden="true">
      {drawn.boxes.map((box, index) => <span key={index} className="finding-box" style={box} />)}
      {drawn.bar && drawn.bar.height > SAME_LINE && <span className="finding-bar" style={drawn.bar} />}
    </div>
  )
}
