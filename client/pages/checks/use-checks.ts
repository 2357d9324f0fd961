import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { checks } from '#shared/api/reports.ts'
import { counted } from '../../components/time.ts'
import { call } from '../../connection/http.ts'

/** One check of the catalogue, and where it ran. */
export type CatalogueEntry = z.infer<typeof checks.list.response>[number]

export const useChecks = () => useQuery({ queryKey: ['checks'], queryFn: ({ signal }) => call(checks.list, { signal }) })

/** "Ran on 3 articles, did not apply to 1, crashed on 1." */
export const whereItRan = ({ ran }: CatalogueEntry): string => {
  const times = (outcome: string): number => ran.filter((run) => run.outcome === outcome).length
  const [did, not, crashed] = [times('ran'), times('not-applicable'), times('crashed')]
  if (ran.length === 0) return 'Has not run: no article on the desk.'
  const parts = [`ran on ${counted(did, 'article')}`, not > 0 ? `did not apply to ${not}` : '', crashed > 0 ? `crashed on ${crashed}` : ''].filter(Boolean).join(', ')
  return `${parts.charAt(0).toUpperCase()}${parts.slice(1)}.`
}
export const openOf = ({ ran }: CatalogueEntry): number => ran.reduce((sum, run) => sum + run.open, 0)
export const dismissedOf = ({ ran }: CatalogueEntry): number => ran.reduce((sum, run) => sum + run.dismissed, 0)
