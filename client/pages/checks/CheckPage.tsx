import { Place } from '../../components/Place.tsx'

export default function CheckPage() {
  return <Place title="Check"><h1>Check</h1></Place>
}
