import { Link, NavLink } from 'react-router'
import { keyMap } from './key-map.ts'
import { ThemeChoice } from './ThemeChoice.tsx'
import { usePerson } from '../connection/person.ts'

/** The bar of every place but the Desk and the Report, whose bars belong to the article. */
export function PlaceBar() {
  const person = usePerson()
  return (
    <header className="bar">
      <a className="sr" href="#place">Skip to the page</a>
      <Link className="mark" to="/" aria-label="Stet, to the articles">Stet</Link>
      <nav aria-label="Stet">
        <NavLink to="/" end>Articles</NavLink>
        <NavLink to="/checks">Checks</NavLink>
        <NavLink to="/settings">Settings</NavLink>
      </nav>
      <ThemeChoice />
      {person !== null && <span className="me only-l">{person}</span>}
      <button type="button" className="act" aria-label="All keys" aria-haspopup="dialog" onClick={() => keyMap.show(true)}>?</button>
    </header>
  )
}
