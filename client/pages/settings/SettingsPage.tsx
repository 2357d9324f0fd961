import { Place } from '../../components/Place.tsx'

export default function SettingsPage() {
  return <Place title="Settings"><h1>Settings</h1></Place>
}
