import { Place } from '../../components/Place.tsx'

export default function ChecksPage() {
  return <Place title="Checks"><h1>Checks</h1></Place>
}
