import type { Check } from '../check.ts'
import type { FactOf } from '../../facts/fact.ts'

type Abbreviation = FactOf<'abbreviation'>

/** The words that tell two expansions apart: case, accents, punctuation, articles, possessives and plurals do not. */
const wordsOf = (long: string): string[] =>
  long.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']s\b/g, '').split(/[^\p{L}\p{N}]+/u)
    .map((word) => (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word))
    .filter((word) => word !== '' && !['the', 'a', 'an', 'of', 'for', 'and'].includes(word))

/** "China’s Ministry of Finance" and "Ministry of Finance" are one expansion with and without an owner. */
function isSame(a: string[], b: string[]): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a]
  if (shorter.length === 0) return true
  return longer.slice(longer.length - shorter.length).join(' ') === shorter.join(' ') || a.join('') === b.join('')
}

/** Groups the places where one abbreviation is expanded by what it is expanded to, the most frequent (else the earliest) first. */
function groups(places: Abbreviation[]): Abbreviation[][] {
  const found: Abbreviation[][] = []
  for (const place of places) {
    const group = found.find((known) => isSame(wordsOf(known[0]!.long), wordsOf(place.long)))
    if (group === undefined) found.push([place])
    else group.push(place)
  }
  return found.toSorted((a, b) => b.length - a.length)
}

/** One abbreviation, written out in two ways: one of the two is usually a slip. */
export const abbreviationsWithTwoExpansions: Check = {
  id: 'abbreviations-with-two-expansions',
  title: 'Abbreviation with two expansions',
  surfaces: 'Abbreviations that are written out in two different ways in one article.',
  why: 'One of the two is usually a slip, and a name that is wrong once makes a reader doubt the rest.',
  limits: 'Some abbreviations rightly stand for two things (CAP the policy, CAP the theorem), or for a name and its translation. '
    + 'Only expansions printed right beside the abbreviation are compared, and one that only adds words in front counts as the same.',
  severity: 'doubt',
  needs: ['abbreviations'],
  stage: 'stable',
  examples: [
    { text: 'The World Health Organization (WHO) met in May. In June the World Heritage Organization (WHO) published its list.', finds: ['World Heritage Organization (WHO)'] },
    {
      text: 'The European Central Bank (ECB) raised rates.\n\nLater the European Commercial Bank (ECB) lowered them, and the European Central Bank (ECB) held them.',
      finds: ['European Commercial Bank (ECB)'],
    },
    { text: 'The World Health Organization (WHO) met in May. The World Health Organization (WHO) met again in June.', finds: [] },
    { text: 'The Ministry of Finance (MOF) raised taxes. The European Central Bank (ECB) raised rates.', finds: [] },
  ],
  find({ analysis }) {
    const abbreviations = analysis.facts.filter((fact) => fact.kind === 'abbreviation')
    const byShort = new Map<string, Abbreviation[]>()
    for (const fact of abbreviations) {
      const short = fact.short.normalize('NFKC').replaceAll('.', '')
      byShort.set(short, [...(byShort.get(short) ?? []), fact])
    }
    return [...byShort.values()].flatMap((places) => {
      const [usual, ...odd] = groups(places)
      return odd.map((group) => ({
        primary: group[0]!.span,
        related: [{ span: usual![0]!.span, note: `${usual![0]!.short} is “${usual![0]!.long}” here` }],
        values: { short: group[0]!.short, long: group[0]!.long, usual: usual![0]!.long, places: usual!.length },
      }))
    })
  },
  word: ({ values }) => ({
    what: `${values.short} stands for “${values.long}” here and for “${values.usual}” ${values.places === 1 ? 'elsewhere' : `in ${values.places} other places`}.`,
    todo: 'Find out the name from its owner, and ask for one expansion throughout.',
  }),
}
