import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Key } from './Key.tsx'

/**
 * A modal question or piece of work. Native `<dialog>`: the rest is inert, `Esc` closes, focus goes back to what opened it.
 * `onClose` is called for every way out; what is inside decides what to keep. The first element with `autofocus` or the first field gets focus.
 */
export function Dialog({ title, onClose, children, foot, wide = false }: { title: string; onClose: () => void; children: ReactNode; foot?: ReactNode; wide?: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const opener = document.activeElement
    const element = dialog.current
    if (element && !element.open) element.showModal()
    element?.querySelector<HTMLElement>('[data-first-focus]')?.focus()
    return () => {
      element?.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={wide ? 'sheet-dialog wide' : 'sheet-dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" onClick={onClose}>Close <Key>Esc</Key></button>
      </div>
      <div className="dialog-body">{children}</div>
      {foot && <div className="dialog-foot">{foot}</div>}
    </dialog>
  )
}
