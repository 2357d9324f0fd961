import type { Severity } from '#shared/checks/check.ts'

/** The machine's mark: filled for a contradiction, half for a doubt, open for a question. Decorative: words beside it say the severity. */
export function Diamond({ severity, className = '' }: { severity: Severity; className?: string }) {
  return (
    <svg className={`g diamond ${severity} ${className}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {severity === 'contradiction' ? (
        <path d="M8 1.8 14.2 8 8 14.2 1.8 8z" fill="currentColor" />
      ) : (
        <path d="M8 2.4 13.6 8 8 13.6 2.4 8z" fill="none" stroke="currentColor" strokeWidth="1.3" />
      )}
      {severity === 'doubt' && <path d="M8 2.4 8 13.6 2.4 8z" fill="currentColor" />}
    </svg>
  )
}
