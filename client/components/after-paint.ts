import { useEffect, useState } from 'react'

/**
 * The value as of the last frame that was drawn. What is answered at once (the mark on the sheet) is drawn first; what reads this follows one
 * frame later, and while keys come faster than frames it is drawn once, for the last of them.
 */
export function useAfterPaint<T>(value: T): T {
  const [painted, setPainted] = useState(value)
  useEffect(() => {
    if (Object.is(painted, value)) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setPainted(value))
    })
    return () => (cancelAnimationFrame(frame), clearTimeout(timer))
  }, [painted, value])
  return painted
}
