import { useState } from 'react'
import { keyMap } from '../../components/key-map.ts'
import { Place } from '../../components/Place.tsx'
import { useSingleKeys } from '../../components/preferences.ts'
import { ThemeChoice } from '../../components/ThemeChoice.tsx'
import { NAME_LIMIT, setPerson, usePerson } from '../../connection/person.ts'
import './settings.css'

/** What this browser keeps: the name that signs, the light, and whether single keys act. */
export default function SettingsPage() {
  return (
    <Place title="Settings">
      <div className="top"><h1>Settings</h1></div>
      <p className="quiet">Kept in this browser.</p>
      <div className="settings">
        <NameSetting />
        <section aria-labelledby="set-light">
          <h2 id="set-light">Light</h2>
          <div>
            <ThemeChoice name="settings-theme" className="theme theme-large" />
            <p className="quiet">Auto follows the system. Day is paper, Lamp is for late hours.</p>
          </div>
        </section>
        <KeysSetting />
      </div>
    </Place>
  )
}

function NameSetting() {
  const person = usePerson()
  // What is typed; until something is, the name that is kept.
  const [typed, setTyped] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const name = typed ?? person ?? ''
  const changed = name.trim() !== (person ?? '')
  return (
    <section aria-labelledby="set-name">
      <h2 id="set-name">Name</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() === '') return
          setPerson(name)
          setTyped(null)
          setSaid(`Acts are signed “${name.trim()}” from now on.`)
        }}
      >
        <label className="field">
          <span>Signs every decision made in this browser</span>
          <input value={name} autoComplete="name" maxLength={NAME_LIMIT} required onChange={(event) => {
            setTyped(event.target.value)
            setSaid('')
          }} />
        </label>
        <p className="row2">
          <button type="submit" className="act" disabled={!changed || name.trim() === ''}>Keep the name</button>
          <span role="status" className="quiet">{said}</span>
        </p>
        <p className="quiet">What is signed already keeps the name it was signed with.</p>
      </form>
    </section>
  )
}

function KeysSetting() {
  const [on, setOn] = useSingleKeys()
  return (
    <section aria-labelledby="set-keys">
      <h2 id="set-keys">Keys</h2>
      <div>
        <label className="check-label"><input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} /> Single keys act</label>
        <p className="quiet">Switch them off when speech input or a keyboard of your own gets in the way. Undo, redo and keys in lists still act.</p>
        <p className="row2"><button type="button" onClick={() => keyMap.show(true)}>See all keys</button></p>
      </div>
    </section>
  )
}
