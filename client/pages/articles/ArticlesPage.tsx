import { Place } from '../../components/Place.tsx'

export default function ArticlesPage() {
  return <Place title="Articles"><h1>Articles</h1></Place>
}
