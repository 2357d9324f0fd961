import { classifier } from '../segment/tokens.ts'

/** What a word can be to the judge and to splitting; one word can be several of these. */
export const Word = {
  /** A finite verb by itself: "is", "grew", "contains". */
  finite: 1,
  /** A finite verb that tells of the past: "was", "grew". */
  past: 1 << 1,
  /** Ends like the regular past: "opened", as a verb or as a participle. */
  participle: 1 << 2,
  /** What a participle, not a past tense, follows: "the planned work", "with tools based on …". */
  beforeParticiple: 1 << 3,
  adverb: 1 << 4,
  /** I, me, my */
  firstSingular: 1 << 5,
  /** we, us, our */
  firstPlural: 1 << 6,
  /** you, your */
  second: 1 << 7,
  /** should, must, ought, shall */
  duty: 1 << 8,
  /** may, might, could, would, can */
  possibility: 1 << 9,
  will: 1 << 10,
  /** if, unless, suppose */
  condition: 1 << 11,
  /** think, believe, hope, want: what somebody holds, not what is */
  belief: 1 << 12,
  /** remarkable, crucial, unfortunately: what the author makes of it */
  appraisal: 1 << 13,
  /** The text and its parts: "section", "handbook", "paper". */
  text: 1 << 14,
  /** it, this, they: words that point back */
  pointing: 1 << 15,
  negation: 1 << 16,
  /** most, usually, several: a statement about many */
  many: 1 << 17,
  /** A verb that gives an order when it opens the sentence. */
  order: 1 << 18,
  /** but, so, instead, finally: may stand before the first word that counts */
  opener: 1 << 19,
  /** said, according, estimated */
  attribution: 1 << 20,
  /** is, has, does: a verb wherever it stands */
  auxiliary: 1 << 21,
  /** a, the, his, these: a noun follows */
  determiner: 1 << 22,
  /** of, in, by, with */
  preposition: 1 << 23,
  /** and, or */
  coordination: 1 << 24,
  /** which, who, where: opens a clause about the noun before */
  relative: 1 << 25,
  /** he, she, it, they and their forms */
  pronoun: 1 << 26,
  /** than, exceeded, largest, unlike */
  comparison: 1 << 27,
  /** while, although: opens a clause beside another */
  concession: 1 << 28,
  /** shows, describes, discusses: what a text does */
  telling: 1 << 29,
  /** this, our, following: before a word of the text, the text itself is meant */
  present: 1 << 30,
  /** The opening of an address on the web. */
  web: 1 << 31,
} as const

/** Forms that are verbs wherever they stand. */
export const SURE = Word.past | Word.auxiliary | Word.possibility | Word.will | Word.duty

const LISTS: Partial<Record<keyof typeof Word, string>> = {
  past: `was were had did became began bought brought built came chose drew drove fell felt fought found gave went got grew held kept knew laid led left lost made meant met paid ran rose said saw sent shook shot shrank sold spent spoke stood stuck struck swept taught told took thought threw understood won wore wrote
    wasn't weren't hadn't didn't arose awoke bore bound broke bred caught clung crept dealt dug drank ate fed fled flew forbade forgot forgave froze hung hid lent lay lit overcame overtook rode rang sank sought shone slid slept sprang stole swore swam swung tore trod undertook withdrew wound wove`,
  finite: `is are be been am has have having do does can could will would shall should may might must isn't aren't hasn't haven't don't doesn't can't cannot won't couldn't wouldn't shouldn't it's that's there's he's she's they're we're i'm i've you're we've they've
    become becomes begin begins begun bring brings buy buys come comes cost costs cut cuts fall falls find finds feel feels give gives given go goes gone get gets grow grows grown hit hits hold holds keep keeps know knows known lead leads leave leaves let lets lose loses make makes mean means meet meets pay pays put puts run runs
    rise rises risen say says see sees seen sell sells send sends set sets show shows shown shut spend spends speak speaks spread stand stands take takes taken think thinks win wins write writes written lie lies lays includes include contains contain remains remain believes believe mention mentions boast boasts voice reflect reflects shape shapes
    need needs want wants seem seems appear appears provide provides require requires use uses exist exists involve involves aim aims seek seeks refer refers describe describes mark marks account accounts depend depends represent represents produce produces live lives work works belong belongs consist consists comprises comprise equals equal
    argue argues suggest suggests indicate indicates continue continues cause causes allow allows enable enables help helps offer offers support supports turn turns move moves call calls reach reaches exceed exceeds carry carries serve serves follow follows occur occurs happen happens
    ranges range extends extend differs differ varies vary tends tend applies apply accepts accept acts act adds add affects affect agrees agree amounts amount announces answers arises ascribes asks asserts assumes attributes attempts avoids bears begets breeds calls chooses claims collects combines compares concerns concludes confirms considers consumes controls covers creates creates crosses
    deals declares defines delivers demands denies denotes derives destroys develops directs discovers displays divides draws drives eats eat ends enters entails establishes exports expects explains explores expresses faces features feeds forms form fills flows forces functions gains generates governs grants handles
    imports implies improves increases influences inhabits insists introduces invests joins lacks lack lasts launches lay limits links lists lives loves maintains manages marries measures moves names notes occupies opens operates opposes orders originates owes owe own owns passes performs plans plays possesses prefers presents prevents proclaims promotes proposes protects proves publishes pulls pushes
    quotes raises reads receives recognises recognizes recommends records reduces regards regulates rejects relates releases relies rely replaces reports resembles resides responds results retains returns reveals rules seeks separates settles shares shows sits sees spans specialises specializes specifies starts states stays stems stops stores studies succeeds suffers supplies surrounds survives sweeps
    talks tells tests thanks thrives traces trades transforms travels treats trends understands unites varies views visits votes warns wears yields owe trade feed breed inhabit occupy
    accommodates accompanies accomplishes accumulates achieves acknowledges acquires activates adapts adheres adjusts administers adopts advises affirms aligns allocates alters anticipates appoints approves arrives assembles assesses assigns assists assures attaches attains attends attracts binds borrows broadens builds ceases
    celebrates characterises characterizes circulates cites clarifies classifies coincides collaborates commemorates commits communicates competes completes complicates composes comprehends computes conceals condemns conducts confers confines conforms confronts connects conserves constitutes constrains constructs consults
    contends contradicts contributes converts conveys convinces cooperates coordinates correlates corresponds criticises criticizes culminates cultivates decides deepens deletes demonstrates denounces depicts deploys deprives descends deserves designates detects deteriorates determines deviates devotes dictates dies diminishes
    disagrees disappears discourages dismisses displaces disrupts dissolves distinguishes distributes diverges dominates donates dwells earns elects eliminates embodies embraces emerges emits emphasises emphasizes employs encloses encompasses encourages endorses enforces engages enhances enjoys enlarges enriches ensues ensures
    entitles envisages equates erects evaluates evolves excludes executes exemplifies exerts expands explodes exposes facilitates fails fascinates finishes flourishes forbids foresees forgets fosters founds frets fulfills fulfils furnishes generalises generalizes hears hinders identifies ignores illuminates illustrates imagines
    imposes impresses incorporates incurs infects infers inflicts informs inherits initiates injures inspires installs instructs insures integrates intends interacts intersects intervenes invades investigates invites invokes irritates isolates justifies learns lends listens locates lowers magnifies manifests manufactures
    migrates minimises minimizes misleads modifies motivates multiplies necessitates neglects negotiates notifies obeys obliges obscures observes obtains omits outnumbers outweighs overlooks oversees overtakes overwhelms participates perceives persists persuades pertains pleases portrays postpones pours practises precedes
    precludes predicts presumes presupposes prevails procures prohibits proliferates pronounces prospers provokes pursues qualifies reacts realises realizes reappears rebuilds recedes reckons reconciles reconstructs recurs refines refuses reinforces reiterates relieves remembers reminds renders renews repels reproduces resigns
    resists restores restricts resumes retires retrieves revives revolves roams rotates satisfies secretes secures seizes selects shines shortens shrinks signifies simplifies slows solves spreads stabilises stabilizes stimulates strengthens strives submits subsists supersedes suppresses suspends sustains symbolises symbolizes
    synthesises synthesizes teaches tempts terminates threatens tolerates transcends translates transmits undergoes underlies undermines undertakes unfolds upholds utilises utilizes validates vanishes verifies violates wanders weakens weighs widens withdraws withstands worsens`,
  beforeParticiple: `a an the of in on with for by from and or to as its their his her our your my this these those no not more most when than so-called newly well some any all many several few other one two three four each every`,
  firstSingular: `i me my mine myself i'm i've i'd i'll`,
  firstPlural: `we us our ours ourselves we're we've we'd we'll`,
  second: `you your yours yourself yourselves you'll you're you've you'd`,
  duty: `should must ought shall shouldn't mustn't supposed`,
  possibility: `may might could would can cannot can't couldn't wouldn't`,
  will: `will won't we'll i'll you'll it'll they'll`,
  condition: `if unless suppose imagine whenever otherwise`,
  belief: `think believe feel hope wish doubt suppose want guess suspect wonder prefer trust care fear regard`,
  appraisal: `important importantly crucial crucially vital essential critically necessary needless hard harder difficult easy easier good bad better worse worst worth worthy worthwhile remarkable remarkably admirable admirably understandable understandably extraordinary incredible incredibly amazing amazingly wonderful terrible horrible awful beautiful ugly brilliant excellent perfect perfectly ideal ideally
    reasonable unreasonable fair fairly unfair unjust wise unwise foolish silly absurd ridiculous ridiculously obvious obviously clearly plainly evident evidently surely certainly undoubtedly definitely truly really very extremely deeply profound profoundly unfortunately fortunately sadly hopefully happily luckily thankfully regrettably interesting interestingly surprising surprisingly admittedly frankly honestly
    indeed valuable precious meaningful meaningless useful useless helpful harmful irresponsible moral immoral ethical unethical evil noble proud ashamed glad grateful sorry happy sad angry afraid optimistic pessimistic exciting boring tragic disastrous catastrophic disgraceful shameful outrageous deplorable hideous monstrous hellish wicked vile overwhelming compelling striking impressive astounding astoundingly astonishing stunning monumental
    fantastic fabulous superb magnificent glorious lovely nice pure painful untenable inevitable inexcusable unacceptable acceptable desirable undesirable preferable appropriate inappropriate sensible legitimate illegitimate problematic troubling worrying disturbing alarming delicate unprecedentedly simply just basically quite rather enough seriously serious personally merely tempting imperative prudent
    perhaps maybe doubtless seemingly presumably arguably nonsense myth illusion illusions paradise utopia heroic courageous inspiring pathetic miserable brutal savage bloody hypocritical naive ignorant arrogant insidious sinister`,
  text: `article paper report section chapter essay post guide book appendix appendices brief memo document page manual handbook thesis overview introduction conclusion figure table footnote footnotes map illustration blog paragraph preface volume pages sections chapters tutorial`,
  pointing: `it this that these those they such it's that's there here`,
  negation: `not no never none nor neither nobody nothing cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't won't couldn't wouldn't shouldn't without`,
  many: `most many several some few usually often generally typically sometimes commonly traditionally majority mostly mainly all both various numerous frequently rarely seldom widely primarily largely`,
  order: `let please imagine suppose consider remember try click read download join enjoy think beware require minimize minimise maximize maximise measure use keep avoid ensure ask build hire choose set get take give start stop find look see create develop identify understand write include provide establish check follow select visit learn thank welcome treat prioritize prioritise focus insist demand allow encourage assign
    invest plan budget make do don't never always note compare gather have be begin bring buy call change collect come compute convict cook decide define describe design determine discuss document don't draw enter evaluate examine expect explain explore go help hold insert install keep leave limit list listen maintain monitor move note observe open organize organise pay pick place play prepare press prevent promote protect pull push put
    recall record reduce refer remove repeat replace request respect return review run say search select send share show sign specify stand stay submit support teach tell test turn wait walk wash watch work`,
  opener: `but and so then also yet however therefore thus hence moreover furthermore indeed still instead nevertheless nonetheless meanwhile finally first firstly second secondly third thirdly next lastly again now today here thereby consequently accordingly besides additionally similarly likewise conversely overall specifically historically structurally`,
  attribution: `according said says told tells wrote writes claimed claims argued argues reported reports estimated estimates believed stated states explained explains accused alleged warned noted notes announced declared replied asked found concluded observed testified admitted denied called calls attributed affirmed suggests speaks describes mentions`,
  auxiliary: `is are am has have does do can could will would shall should may might must isn't aren't hasn't haven't don't doesn't can't cannot won't couldn't wouldn't shouldn't it's that's there's he's she's they're we're i'm i've you're we've they've`,
  determiner: `a an the this that these those its their his her our my your some any no each every all both most many few several another other such one two three four five six seven eight nine ten`,
  preposition: `of in on at by for with from to into onto over under after before during between among through across against about around near since until within without upon as than per via toward towards along behind beyond despite including`,
  coordination: `and or but nor yet`,
  relative: `which who whom whose where that`,
  pronoun: `he she it they him her them his hers its their theirs himself herself itself themselves it's he's she's they're they've`,
  comparison: `than exceed exceeds exceeded exceeding surpass surpassed surpasses surpassing overtake overtook overtaken ahead behind compared double doubled tripled largest biggest highest lowest fastest slowest smallest longest oldest youngest richest poorest greatest least unique unlike unparalleled unprecedented equal equals similar same twice half`,
  concession: `while whereas although though yet`,
  present: `this these our present following remaining previous next accompanying current whole`,
  web: `http https www`,
  telling: `discuss discusses examine examines describe describes explore explores outline outlines present presents propose proposes review reviews summarize summarizes summarise summarises explain explains show shows shown cover covers contain contains include includes provide provides indicated listed attempts attempt intended aims aim purpose goal call address addresses`,
}

/** Words in "-ed" that are no verbs, or stand without a subject. */
const NO_PARTICIPLE = new Set(`hundred indeed united need speed seed feed weed reed breed based related named titled entitled compared so-called detailed limited advanced skilled sacred naked wicked exceed proceed succeed agreed-upon red bed shed sled led bred fled bleed greed creed steed deed`.split(/\s+/))
/** Words in "-ly" that are no adverbs. */
const NO_ADVERB = new Set(`only family early july italy reply supply apply rely ally daily weekly monthly yearly elderly assembly anomaly monopoly butterfly fly`.split(/\s+/))

const BITS = new Map<string, number>()
for (const [kind, list] of Object.entries(LISTS)) for (const word of list.split(/\s+/)) BITS.set(word, (BITS.get(word) ?? 0) | Word[kind as keyof typeof Word])
for (const word of LISTS.past!.split(/\s+/)) BITS.set(word, BITS.get(word)! | Word.finite)

/** What a lower-case word can be, as bits of `Word`. */
function wordBits(word: string): number {
  const plain = word.replaceAll('’', "'")
  let bits = BITS.get(plain) ?? 0
  if (plain.length > 3 && plain.endsWith('ed') && !NO_PARTICIPLE.has(plain)) bits |= Word.participle
  if (plain.length > 4 && plain.endsWith('ly') && !NO_ADVERB.has(plain)) bits |= Word.adverb
  return bits
}

/** The bits of each distinct word of a text, indexed like its vocabulary. */
export const classifyWords = classifier(wordBits)

/** Whether a word has the form of a verb in the third person: it ends in "s", and not in "ss", "us" or "is". */
export function isThirdPerson(word: string): boolean {
  const before = word.charCodeAt(word.length - 2)
  return word.length > 3 && word.endsWith('s') && before !== 0x73 && before !== 0x75 && before !== 0x69
}
