import { useId, useState, useSyncExternalStore } from 'react'
import { Dialog } from '../components/Dialog.tsx'
import { currentAsking, NAME_LIMIT, watchAsking } from '../connection/person.ts'

/** Asks for a name before the first act; that act goes on once it is given. */
export function PersonDialog() {
  const asking = useSyncExternalStore(watchAsking, currentAsking)
  const [name, setName] = useState('')
  const form = useId()
  if (!asking) return null
  return (
    <Dialog
      title="Who is checking?"
      onClose={asking.decline}
      foot={
        <>
          <button type="submit" form={form} className="act main" disabled={name.trim() === ''}>Sign with this name</button>
          <button type="button" className="act" onClick={asking.decline}>Cancel</button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') asking.give(name)
        }}
      >
        <p className="quiet">Every decision is signed with a name and a time. The name is kept in this browser; Settings changes it.</p>
        <label className="field person-field">
          <span>Your name</span>
          <input data-first-focus value={name} autoComplete="name" maxLength={NAME_LIMIT} required onChange={(event) => setName(event.target.value)} />
        </label>
      </form>
    </Dialog>
  )
}
