import { memo, useEffect, useMemo, useRef, useState, type PointerEvent, type RefObject } from 'react'
import { Status } from '#shared/review/index.ts'
import { useDesk } from '../components/desk-context.ts'

/** Units of the strip's height. */
const HEIGHT = 1000
/** How far a tick reaches, by what it asks for: contested longest, to check a hairline. */
const LENGTH: Partial<Record<Status, number>> = { disputed: 11, conflicting: 11, recheck: 9, querying: 9, 'to-check': 4 }
const ORDINARY = 6

/** The whole article as a strip: a tick per claim, the blue pane is what is in view. Hidden from assistive technology: the list says the same. */
export const Galley = memo(function Galley({ scrolled }: { scrolled: RefObject<HTMLElement | null> }) {
  const { article, claims } = useDesk()
  const [pane, setPane] = useState({ top: 0, height: HEIGHT })
  const strip = useRef<SVGSVGElement>(null)
  const total = Math.max(article.document.text.length, 1)
  const paths = useMemo(
    () => {
      const ticks = new Map(Status.options.map((status): [Status, string[]] => [status, []]))
      for (const { status, span } of claims) ticks.get(status)?.push(`M4 ${((span.start / total) * HEIGHT).toFixed(1)}h${LENGTH[status] ?? ORDINARY}`)
      return [...ticks].map(([status, list]) => ({ status, d: list.join('') }))
    },
    [claims, total],
  )
  useEffect(() => {
    const sheet = scrolled.current
    if (!sheet) return
    let frame = 0
    const look = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setPane({ top: (sheet.scrollTop / sheet.scrollHeight) * HEIGHT, height: (sheet.clientHeight / sheet.scrollHeight) * HEIGHT }))
    }
    look()
    sheet.addEventListener('scroll', look, { passive: true })
    const watcher = new ResizeObserver(look)
    watcher.observe(sheet)
    return () => (sheet.removeEventListener('scroll', look), watcher.disconnect(), cancelAnimationFrame(frame))
  }, [scrolled])
  const move = (event: PointerEvent): void => {
    const box = strip.current?.getBoundingClientRect()
    const sheet = scrolled.current
    if (!box || !sheet || event.buttons !== 1) return
    sheet.scrollTop = ((event.clientY - box.top) / box.height) * sheet.scrollHeight - sheet.clientHeight / 2
  }
  return (
    <div className="galley" aria-hidden="true">
      <svg ref={strip} viewBox={`0 0 18 ${HEIGHT}`} preserveAspectRatio="none" onPointerDown={(event) => (event.currentTarget.setPointerCapture(event.pointerId), move(event))} onPointerMove={move}>
        <rect x="1" y={pane.top} width="17" height={pane.height} fill="var(--pencil-wash)" />
        {paths.map(({ status, d }) => d && <path key={status} className={status} d={d} stroke="var(--s)" strokeWidth={status === 'to-check' ? 1 : 2.4} vectorEffect="non-scaling-stroke" />)}
      </svg>
    </div>
  )
})
