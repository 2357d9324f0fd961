import type { ReactNode } from 'react'
import { useAfterPaint } from './after-paint.ts'
import { DeskContext, useDesk } from './desk-context.ts'

/** What stands in here sees the desk as of the last drawn frame, so that the sheet answers a key first. What is asked of the panel comes at once. */
export function Later({ children }: { children: ReactNode }) {
  const desk = useDesk()
  const painted = useAfterPaint(desk)
  return <DeskContext value={desk.request ? desk : painted}>{children}</DeskContext>
}
