import { useEffect, useState, type ReactNode } from 'react'

/** Shorter waits need no word, in ms. */
const SAYS_SO_AFTER = 400

/** Words for a wait, shown only once it is one. */
export function Waiting({ children }: { children: ReactNode }) {
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), SAYS_SO_AFTER)
    return () => clearTimeout(timer)
  }, [])
  return <p className="waiting-words" role="status">{long && children}</p>
}
