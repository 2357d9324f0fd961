import type { ReactNode } from 'react'
import { Refusal } from '../connection/http.ts'

/** What went wrong in words for people; an error nobody expected says so. */
export const troubleWords = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What did not work, why, and the ways on. */
export function Trouble({ title, error, children }: { title?: string; error: unknown; children?: ReactNode }) {
  return (
    <div className="trouble" role="alert">
      <p><b>{title ?? (error instanceof Refusal ? error.problem.title : 'Not done.')}</b></p>
      <p>{troubleWords(error)}</p>
      {children && <p className="row2">{children}</p>}
    </div>
  )
}
