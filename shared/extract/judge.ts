import { hasVerb, isFigure, type Assertion } from './assertion.ts'

/** Shorter than this is a label or a fragment. */
const FEWEST_WORDS = 4
/** Two Han characters stand for a word. */
const HAN = /\p{Script=Han}/gu
const QUESTION = /[?？][”"’')\s]*$/
/** What a text says of itself: "This article discusses …", "In this section, we …", "See Table 3". */
const ABOUT_ITSELF = new RegExp([
  String.raw`^(?:the (?:present|following|remaining|rest of (?:this|the))|this|our|in this|throughout this|the (?:purpose|aim|goal|structure|remainder) of this) (?:article|paper|report|section|chapter|essay|study|post|piece|guide|book|appendix|brief|memo|document|page|manual|handbook|thesis|analysis|review)\b(?! (?:was|were|has been) (?:published|written|released|issued|funded))`,
  String.raw`^(?:here|below|above|first|next|finally|in what follows)?,? ?(?:we|i) (?:now |then |will |shall |also |first |next |briefly )*(?:discuss|examine|argue|describe|explore|outline|turn|return|begin|conclude|present|propose|review|summari[sz]e|focus on|consider|hope|thank|acknowledge)\b`,
  String.raw`^(?:for other uses|this article is about|not to be confused with)\b|^.{0,60} redirects here\b`,
  String.raw`^(?:see|cf\.|compare|note that|for (?:more|further|details|an overview|example, see)|as (?:noted|mentioned|discussed|described|shown|seen) (?:above|below|earlier|in))\b`,
].join('|'), 'i')
/** What ought to be: no fact, however true. */
const DIRECTIVE = /\b(?:we|you|one|governments?|policymakers|society|everyone) (?:all )?(?:must|should|need|ought to|have to|shall|cannot afford)\b|\b(?:is|are) to be (?:hoped|welcomed)\b|^(?:(?:but|and|so|then|also|instead|next|first|finally),? )*(?:let us|let’s|let's|please|imagine|suppose|consider|remember|do not|don’t|don't|never|always|make sure|try|click|read|download|join|enjoy|think|beware|require|minimi[sz]e|maximi[sz]e|measure|use|keep|avoid|ensure|ask|build|hire|choose|set|get|take|give|start|stop|find|look|see|create|develop|identify|understand|write|include|provide|establish|check|follow|select|visit|learn|thank|welcome|treat|prioriti[sz]e|focus|insist|demand|allow|encourage|assign|invest|plan|budget)\s(?!(?:of|is|was|in|to|and|by|from|has)\b)/i
/** Advice to the reader and the author's own story. */
const ADDRESS = /^(?:(?:but|and|so|then|also|yet|if|when|once|after|before|in|as|for|because|while|really|today|now|finally|unfortunately)\s[^,]{0,60},? )?(?:you|your|you’ll|you'll|you’re|you're|i|my|i’m|i'm|i’ve|i've)\b/i
/** Judgement in an impersonal wrapping, and first-person belief. */
const OPINION = /^(?:(?:therefore|thus|hence|so|and|but|yet|still|however|moreover|indeed|of course|clearly|admittedly),? )*(?:it(?: is|’s|'s| was| would be| may be| remains| seems) (?:also |therefore |thus |very |so |more |quite |extremely )*(?:crucial|important|hard|difficult|easy|necessary|vital|imperative|essential|worth|time|tempting|unfair|fair|reasonable|interesting|useful|helpful|obvious|possible to|impossible to)\b|(?:i|we) (?:think|believe|feel|hope|suppose|guess|suspect|doubt|wonder|wish|would|have every reason|are committed|can only)\b|(?:perhaps|maybe|hopefully|unfortunately,? we|what if|if only|no doubt)\b|there (?:is|can be) no (?:doubt|question)\b|many questions remain|only time will|if\b.{1,120}\b(?:would|could|might)\b)/i

/** Why a candidate is not a claim, or null when it is one. Facts that can be looked up save a sentence from all but being a question or talk of itself. */
export function refusal(assertion: Assertion): 'too-short' | 'question' | 'no-verb' | 'about-itself' | 'directive' | 'opinion' | 'address' | null {
  const { text, words, facts, isQuoted } = assertion
  const isVerbal = hasVerb(words)
  // Chinese has no word marks to tell a verb by: enough characters count.
  const han = isVerbal && words.length >= FEWEST_WORDS ? 0 : (text.match(HAN)?.length ?? 0) / 2
  if (words.length + han < FEWEST_WORDS) return 'too-short'
  if (QUESTION.test(text)) return 'question'
  if (!isVerbal && han < FEWEST_WORDS) return 'no-verb'
  const opening = text.slice(0, 200)
  if (ABOUT_ITSELF.test(opening)) return 'about-itself'
  if (facts.some(isFigure)) return null
  if (DIRECTIVE.test(opening)) return 'directive'
  if (OPINION.test(opening)) return 'opinion'
  if (!isQuoted && ADDRESS.test(opening) && !facts.some((fact) => fact.kind === 'name')) return 'address'
  return null
}
