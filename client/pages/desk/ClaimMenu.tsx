import { useEffect, useRef, useState } from 'react'
import { useDesk } from '../../components/desk-context.ts'
import { Key } from '../../components/Key.tsx'
import type { EditMode } from './use-edit-mode.ts'

/** What can be done to the claim itself: words, extent, split, merge, delete. Every entry can be undone. */
export function ClaimMenu({ edit }: { edit: EditMode }) {
  const desk = useDesk()
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    const away = (event: Event): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', away)
    root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    return () => document.removeEventListener('pointerdown', away)
  }, [open])
  const entries: [label: string, key: string, act: () => void][] = [
    ['Statement and kinds', 'e', () => desk.ask({ open: 'edit' })],
    ['Extent', 'Shift E', edit.startExtent],
    ['Split', 'b', () => edit.startSplit(null)],
    ['Merge with the next', 'Shift M', () => void edit.mergeNext()],
    ['Delete', 'Delete', () => void edit.remove()],
  ]
  const shut = (): void => {
    setOpen(false)
    root.current?.querySelector('button')?.focus()
  }
  const walk = (by: number): void => {
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
    items[(items.indexOf(document.activeElement as HTMLElement) + by + items.length) % items.length]?.focus()
  }
  return (
    <div className="claim-menu" ref={root} onKeyDown={(event) => {
      if (!open) return
      if (event.key === 'ArrowDown') walk(1)
      else if (event.key === 'ArrowUp') walk(-1)
      else if (event.key === 'Escape') shut()
      else return
      event.preventDefault()
      event.stopPropagation()
    }}>
      <button type="button" aria-haspopup="menu" aria-expanded={open} aria-label="Change this claim" onClick={() => setOpen(!open)}>…</button>
      {open && (
        <div role="menu" aria-label="Change this claim">
          {entries.map(([label, key, act]) => <button key={label} type="button" role="menuitem" onClick={() => (setOpen(false), act())}>{label} <Key>{key}</Key></button>)}
        </div>
      )}
    </div>
  )
}
