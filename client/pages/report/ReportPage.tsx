import { Place } from '../../components/Place.tsx'

export default function ReportPage() {
  return <Place title="Report"><h1>Report</h1></Place>
}
