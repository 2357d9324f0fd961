import { useId, type ReactNode } from 'react'

/** One part of the panel: a heading with its count, a way in on the right, and what it holds. */
export function Section({ title, count, action, children, hideTitle = false }: { title: string; count?: ReactNode; action?: ReactNode; children?: ReactNode; hideTitle?: boolean }) {
  const id = useId()
  return (
    <section className="sec" aria-labelledby={id}>
      <div className={hideTitle ? 'sr' : 'sec-head'}>
        <h3 id={id}>{title}</h3>
        {count !== undefined && <span className="count">{count}</span>}
        {action}
      </div>
      {children}
    </section>
  )
}

/** What was refused, why, and what to do; read out at once. */
export function Refused({ children }: { children: ReactNode }) {
  return (
    <div className="refused" role="alert">
      {children}
    </div>
  )
}

/** An act kept in this browser because nobody answers; it is sent when the server is back, and the form closes then. */
export const Waits = () => <p className="quiet" role="status">Kept on this machine, sent when the server is back.</p>
