import type { Check, Hit } from '../check.ts'
import { contains, overlaps, textOf, type Span } from '../../document/document.ts'
import type { Fact, FactOf } from '../../facts/fact.ts'

type Figure = FactOf<'number'> | FactOf<'percentage'>
interface Part { fact: Figure; whole: string }

const LIST_WORDS = 'only|just|about|around|some|nearly|almost|roughly|another|a further|the other|the remaining|the remainder|more than|less than|at least|over|under'
/** A part continues a list only where it stands at the head of a new member: after a comma, a semicolon or "and", not inside a clause ("inflation was 45 %"). */
const HEADS_MEMBER = new RegExp(`(?:^|[,;:(–—]|\\b(?:and|while|whereas|but|or))\\s*(?:(?:${LIST_WORDS})\\s+)*$`, 'i')
/**
 * What follows a figure that is a change, a rate, another period's or another group's, or a part of a part ("living in the four largest cities"):
 * none of these is a further part of the whole.
 */
const NO_PART_AFTER = new RegExp(
  '^\\s*(?:\\p{L}+ing\\b|[-–]?(?:point|points|percentage|pp|growth|increase|decrease|rise|drop|fall|decline|reduction|gain|cut|discount|stake|interest|tax|tariff|rate'
  + '|annual|annually|a year|per|higher|lower|more|less|fewer|faster|slower|larger|smaller|greater|older|younger|above|below|up|down|earlier|ago|last'
  + '|in|among|amongst|at|during|since|before|after|of whom|of which|of these|of those|of that|of this|confidence|chance|probability)\\b|%)', 'iu')
/** Wording under which parts may rightly overlap, or that compares one period or group with another. */
const MAY_OVERLAP = new RegExp(
  '\\b(?:several answers|multiple (?:answers|responses|choices)|more than one|respondents could|also|both|as well as|compared (?:with|to)|versus|up from|down from'
  + '|against (?:the )?[\\d.]+|from [\\d.]+ ?(?:%|percent|per cent) to|than (?:the )?[\\d.]+ ?(?:%|percent|per cent) of)\\b', 'i')
/** Words that end the name of a whole: its verb, or the start of another phrase. A verb in -ed ends it too, unless it is the first word ("registered voters"). */
const ENDS_NAME = 'said|say|says|were|was|are|is|had|have|has|did|do|does|went|go|goes|came|come|comes'
  + '|will|would|vote|believe|thought|think|and|while|but|who|that|which|for|to|(?!united)\\p{L}+ed'
const WHOLE_AFTER = new RegExp(`^\\s+of\\s+([\\p{L}\\p{N}’'-]+(?:\\s+(?!(?:${ENDS_NAME})(?![\\p{L}\\p{N}]))[\\p{L}\\p{N}’'-]+){0,6})`, 'iu')
/** "Of the 40 members, …", "Of respondents, …" at the start of a sentence. */
const WHOLE_BEFORE = /^\W*(?:Out of|Of)\s+([^,.;:()\n]{2,60}),/
/** Exclusive outcomes, after which counts of one whole cannot overlap: votes, fates, sides. Symptoms and answers can, so "had" and "said" are not here. */
const EXCLUSIVE = new RegExp('^\\s+(?:of them\\s+)?(?:(?:\\p{L}+\\s){0,2})?(?:voted|for|against|in favou?r|abstained|died|survived'
  + '|were (?:men|women|male|female|killed|rejected|accepted|approved|elected|lost|won|closed|open)'
  + '|won|lost|passed|failed|succeeded|accepted|rejected|agreed|disagreed|approved|opposed|supported|remained|stayed|left|returned|closed|opened|completed|withdrew)\\b', 'iu')

const nameOf = (words: string): string => words.toLowerCase().replace(/^(?:all |the |these |those |its |their |our )+/, '').replace(/\s+/g, ' ').trim()
/** The least a part can be: "less than 5 %" may be nothing. */
const least = (fact: Figure): number => Math.max(0, fact.interval.low ?? 0)
const round = (value: number): number => Number(value.toPrecision(12))

/** Whether a figure stands at the head of a list's member. Only the words just before it matter: 80 characters hold any run of list words. */
const headsMember = (text: string, sentence: Span, fact: Figure): boolean => HEADS_MEMBER.test(text.slice(Math.max(sentence.start, fact.span.start - 80), fact.span.start))

/** The percentages of one sentence that are parts of one named whole, by whole and in text order; none where the sentence gives a reason why they may overlap. */
function percentageParts(text: string, sentence: Span, percentages: readonly FactOf<'percentage'>[]): Part[][] {
  if (percentages.length < 2 || MAY_OVERLAP.test(textOf(text, sentence))) return []
  const before = WHOLE_BEFORE.exec(textOf(text, sentence))
  const groups = new Map<string, Part[]>()
  let whole = before === null ? null : nameOf(before[1]!)
  for (const fact of percentages) {
    const after = text.slice(fact.span.end, sentence.end)
    if (NO_PART_AFTER.test(after)) continue
    const named = WHOLE_AFTER.exec(after)
    const isSame = /^\s+of (?:them|the (?:total|same))\b/i.test(after)
    if (named !== null && !isSame) whole = nameOf(named[1]!)
    else if (whole === null || !headsMember(text, sentence, fact)) continue
    groups.set(whole!, [...(groups.get(whole!) ?? []), { fact, whole: whole! }])
  }
  return [...groups.values()]
}

/** "Of the 40 members, 25 voted for and 20 against": the whole's count and those of its parts, or null. */
function countedParts(text: string, sentence: Span, numbers: readonly FactOf<'number'>[]): { whole: FactOf<'number'>; parts: FactOf<'number'>[] } | null {
  if (numbers.length < 3) return null
  const before = WHOLE_BEFORE.exec(textOf(text, sentence))
  if (before === null || MAY_OVERLAP.test(textOf(text, sentence))) return null
  const opening = { start: sentence.start, end: sentence.start + before.index + before[0].length }
  const [whole, ...more] = numbers.filter((fact) => contains(opening, fact.span))
  if (whole === undefined || more.length > 0) return null
  const parts = numbers.filter((fact) => fact.span.start >= opening.end && headsMember(text, sentence, fact) && EXCLUSIVE.test(text.slice(fact.span.end, sentence.end)))
  return parts.length < 2 ? null : { whole, parts }
}

/** The hit, where the parts add up to more than `most` even at their lowest. */
function hitOf(text: string, kind: 'percentages' | 'counts', facts: Figure[], whole: string, most: number, related: Hit['related']): Hit[] {
  const leastSum = round(facts.reduce((total, fact) => total + least(fact), 0))
  if (facts.length < 2 || leastSum <= most) return []
  return [{
    primary: { start: facts[0]!.span.start, end: facts.at(-1)!.span.end },
    related: [...related, ...facts.map((fact, index) => ({ span: fact.span, note: `Part ${index + 1} of ${facts.length}` }))],
    values: {
      kind, whole, most, leastSum,
      parts: facts.map((fact) => textOf(text, fact.span)).join(' + '),
      printedSum: round(facts.reduce((total, fact) => total + fact.value, 0)),
    },
  }]
}

const percentageHit = (text: string, parts: Part[]): Hit[] => hitOf(text, 'percentages', parts.map(({ fact }) => fact), parts[0]!.whole, 100, [])

const countHit = (text: string, { whole, parts }: { whole: FactOf<'number'>; parts: FactOf<'number'>[] }): Hit[] =>
  hitOf(text, 'counts', parts, textOf(text, whole.span), whole.interval.high ?? Infinity, [{ span: whole.span, note: 'The whole' }])

/** Parts of one whole, in one sentence, that add up to more than the whole even at their lowest. */
export const partsAboveTheWhole: Check = {
  id: 'parts-above-the-whole',
  title: 'Parts above the whole',
  surfaces: 'Percentages or counts in one sentence that are parts of one named whole and add up to more than all of it.',
  why: 'Parts that exclude each other cannot add up to more than the whole: one of the figures, or the whole they are of, is wrong.',
  limits: 'Answers to a question that allowed several may rightly add up to more; so may parts that overlap. The check reads one sentence at a time, sees only parts whose whole is named ("61 % of respondents", '
    + '"Of the 40 members, …"), and counts only where the outcomes exclude each other (voted for, against, survived, died). Figures are taken at their lowest, rounding and hedges allowed for.',
  severity: 'question',
  needs: ['numbers'],
  stage: 'trial',
  examples: [
    { text: 'In the survey 61% of respondents trusted the council, 45% did not trust it.', finds: ['61% of respondents trusted the council, 45%'] },
    { text: 'Of the 40 members, 25 voted for the plan and 20 voted against it.', finds: ['25 voted for the plan and 20'] },
    { text: 'In the survey 61% of respondents trusted the council, 39% did not trust it.', finds: [] },
    { text: 'In the survey 61% of men trusted the council, and 55% of women did.', finds: [] },
    { text: 'Of the 40 members, 25 voted for the plan and 15 voted against it.', finds: [] },
    { text: 'Respondents could give several answers: 61% of respondents named taxes, 55% named schools.', finds: [] },
  ],
  find({ analysis: { document, segments, facts } }) {
    const { text } = document
    const inOrder = facts.toSorted((a, b) => a.span.start - b.span.start)
    let next = 0
    return segments.filter((segment) => segment.kind === 'sentence').toSorted((a, b) => a.span.start - b.span.start).flatMap(({ span }) => {
      // Sentences and facts go forward together, so that a long article is read once.
      while (next < inOrder.length && inOrder[next]!.span.start < span.start) next++
      const own: Fact[] = []
      for (let at = next; at < inOrder.length && inOrder[at]!.span.start < span.end; at++) own.push(inOrder[at]!)
      const percentages = own.filter((fact) => fact.kind === 'percentage')
      const others = own.filter((fact) => fact.kind === 'date' || fact.kind === 'money' || fact.kind === 'percentage' || fact.kind === 'duration')
      const numbers = own.filter((fact) => fact.kind === 'number' && !others.some((other) => overlaps(other.span, fact.span))) as FactOf<'number'>[]
      const counted = countedParts(text, span, numbers)
      return [...percentageParts(text, span, percentages).flatMap((parts) => percentageHit(text, parts)), ...(counted === null ? [] : countHit(text, counted))]
    })
  },
  word({ values }) {
    const whole = values.kind === 'percentages' ? `100 % of ${values.whole}` : `${values.whole}`
    const least = values.leastSum === values.printedSum ? '' : ` (at least ${values.leastSum}, rounding and hedges allowed for)`
    return {
      what: `${values.parts} = ${values.printedSum}${values.kind === 'percentages' ? ' %' : ''}${least}, which is more than ${whole}.`,
      todo: 'Check whether the parts may overlap (several answers allowed, one person counted twice). If not, look both figures up in the source.',
    }
  },
}
