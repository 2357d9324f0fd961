/** Past tenses of participles in "-ing" that are not regular. */
const IRREGULAR = new Map(`making made, taking took, rising rose, falling fell, growing grew, becoming became, beginning began, winning won, losing lost, selling sold, buying bought, bringing brought, building built, holding held, running ran, spending spent,
 writing wrote, finding found, getting got, giving gave, going went, having had, keeping kept, knowing knew, leaving left, meeting met, paying paid, putting put, reading read, saying said, seeing saw, sending sent, setting set,
 speaking spoke, standing stood, teaching taught, telling told, thinking thought, wearing wore, drawing drew, driving drove, drinking drank, eating ate, fighting fought, flying flew, striking struck, shooting shot, sinking sank,
 hitting hit, cutting cut, costing cost, beating beat, breaking broke, catching caught, choosing chose, feeding fed, leading led, laying laid, dying died, lying lay, hiding hid, shutting shut, splitting split, spreading spread,
 stealing stole, sweeping swept, throwing threw, withdrawing withdrew, overtaking overtook, undertaking undertook, binding bound, digging dug, coming came, understanding understood, sitting sat, sleeping slept, swimming swam, singing sang,
 ringing rang, riding rode, tearing tore, shaking shook, shrinking shrank, overcoming overcame, blowing blew, burying buried`.split(/,\s+/).map((pair) => pair.split(' ') as [string, string]))

/** "killing" → "killed", "carrying" → "carried", "making" → "made". */
export function pastOf(participle: string): string {
  const stem = participle.slice(0, -'ing'.length)
  return IRREGULAR.get(participle) ?? (/[^aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ied` : `${stem}ed`)
}
