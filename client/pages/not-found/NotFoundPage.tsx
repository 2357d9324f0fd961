import { Link } from 'react-router'
import { Place } from '../../components/Place.tsx'

export default function NotFoundPage() {
  return (
    <Place title="Not found">
      <div className="top"><h1>No such page</h1></div>
      <p>Nothing of Stet stands at this address. It may be mistyped, or the article may have been deleted.</p>
      <p className="row2"><Link className="act" to="/">Articles</Link></p>
    </Place>
  )
}
