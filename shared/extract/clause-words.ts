import { classifier } from '../segment/tokens.ts'

/** What a word can be to the cutting of a sentence into its assertions, beside what it is in the grammar (`Word`); one word can be several of these. */
export const Clause = {
  /** A verb whose sentence may be what somebody says, finds or holds: "said", "shows", "expects". */
  says: 1,
  /** Opens a clause that hangs on another one: "because", "when". */
  subordinate: 1 << 1,
  /** Adverbs behind a subject that say nothing of it: "also", "then". */
  neutral: 1 << 2,
  /** What is denied of the first of two verbs may be denied of the second. */
  negative: 1 << 3,
  /** No subject that can be repeated: "there", "what". */
  noSubject: 1 << 4,
  /** Words in front that lead on from the sentence before and assert nothing. */
  connective: 1 << 5,
  /** Prepositions whose phrase in front holds for all clauses behind it: "in Paris", "under the treaty". */
  governs: 1 << 6,
  /** Participles of what a whole clause led to, not of what its subject did. */
  consequence: 1 << 7,
  /** Nouns for what a clause tells: "a drop of 5 percent" is no name for the country before it. */
  event: 1 << 8,
  /** Forms that stand for a participle without ending like one. */
  participle: 1 << 9,
  /** Of these, the ones that are no past tense as well. */
  onlyParticiple: 1 << 15,
  /** Participles that hardly ever stand for an active verb: "based", "known". */
  passive: 1 << 10,
  be: 1 << 11,
  /** Open a list of examples, which is no list of assertions. */
  examples: 1 << 12,
  /** Words that soften or pass on what follows. */
  hedge: 1 << 13,
  /** Open a bracket that points somewhere or says the same again. */
  pointer: 1 << 14,
} as const

const LISTS: Readonly<Record<keyof typeof Clause, string>> = {
  says: `said says say saying told tells tell wrote writes claimed claims claim argued argues argue reported reports report estimated estimates estimate believed believes believe stated states explained explains accused alleged alleges warned warns noted notes announced
    announces declared declares replied found finds concluded concludes observed testified admitted admits denied denies affirmed suggests suggested describes mentioned mentions show shows showed shown indicate indicates indicated reveal reveals revealed confirm confirms confirmed predict predicts predicted project projects projected
    expect expects expected think thinks thought hope hopes hoped fear fears feared insist insists insisted maintain maintains maintained suspect suspects suspected assume assumes assumed added adds recalled recalls asserted asserts acknowledged acknowledges according calculated calculates recommended recommends promised proposed`,
  subordinate: `because if unless when whenever whether until where why how although though while whereas lest what whoever whatever that`,
  neutral: `also only then now still later first just even soon once already thus therefore again today currently finally subsequently eventually originally initially`,
  negative: `never not no neither nor hardly rarely seldom barely scarcely cannot don't doesn't didn't won't isn't aren't wasn't weren't hasn't haven't hadn't can't couldn't wouldn't`,
  noSubject: `there what whoever whatever how neither no none nobody nothing nor not few little hardly either here such`,
  connective: `but and so yet however moreover furthermore further also then meanwhile besides additionally nevertheless nonetheless indeed therefore thus hence still now finally again similarly likewise conversely overall importantly`,
  governs: `in on at during under within throughout among across according between before after since until by from for of`,
  consequence: `leading causing making bringing resulting allowing meaning forcing prompting giving leaving enabling raising taking pushing marking representing suggesting showing indicating sparking triggering creating producing ending putting helping turning sending driving proving reflecting rendering translating equating amounting totalling totaling averaging`,
  event: `drop rise fall increase decrease decline gain loss jump gap total record rate number share reduction improvement difference move step decision sign result change period time year figure level process trend feat fact deal ratio margin growth figures`,
  participle: `born built held made known given sold brought bought caught found kept led left lost meant met paid put read set sent shown spent struck taken taught told won written drawn driven grown laid begun broken chosen torn worn spoken stolen sunk`,
  onlyParticiple: `born known given shown taken written drawn driven grown begun broken chosen torn worn spoken stolen`,
  passive: `based located called named known designed situated regarded considered intended titled entitled headquartered`,
  be: `is are was were be been being isn't aren't wasn't weren't`,
  examples: `including such like e.g namely especially particularly excluding`,
  hedge: `allegedly reportedly apparently supposedly purportedly possibly probably perhaps presumably seemingly arguably ostensibly potentially roughly reputedly likely maybe`,
  pointer: `see cf e.g i.e also or for as formerly then now compare and but`,
}

const BITS = new Map<string, number>()
for (const [kind, list] of Object.entries(LISTS)) for (const word of list.split(/\s+/)) BITS.set(word, (BITS.get(word) ?? 0) | Clause[kind as keyof typeof Clause])

/** The bits of each distinct word of a text, indexed like its vocabulary. */
export const classifyClauseWords = classifier((word) => BITS.get(word.replaceAll('’', "'")) ?? 0)
