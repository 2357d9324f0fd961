import type { ReactNode } from 'react'

/** The key of a control, shown beside it. Hidden from assistive technology: it would be read as part of the control's name. */
export function Key({ children }: { children: ReactNode }) {
  return <kbd aria-hidden="true">{children}</kbd>
}
