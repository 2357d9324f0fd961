import { useQuery } from '@tanstack/react-query'
import { imports } from '#shared/api/articles.ts'
import { listed } from '#shared/document/listed.ts'
import { call } from '../../connection/http.ts'

/** What is read, as the server's importers say: words for people, and what a file chooser should offer. Both are empty until it is known. */
export const useFormats = (): { words: string; accept: string } => {
  const formats = useQuery({ queryKey: ['formats'], queryFn: ({ signal }) => call(imports.formats, { signal }), staleTime: Infinity }).data ?? []
  const labels = formats.map(({ label }) => label)
  return {
    words: labels.length > 0 ? `${listed(labels)} are read.` : '',
    accept: formats.flatMap(({ extensions, mediaTypes }) => [...extensions, ...mediaTypes]).join(','),
  }
}
