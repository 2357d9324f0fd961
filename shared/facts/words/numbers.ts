/** The words English numbers are made of, with their values. */
export const CARDINALS: Readonly<Record<string, number>> = {
  zero: 0, nought: 0, naught: 0, nil: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15,
  sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
}

/** Words that multiply what stands before them. Short forms are read only behind digits. */
export const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, quadrillion: 1e15, dozen: 12, lakh: 1e5, lac: 1e5, crore: 1e7,
}
/** The plural is a scale only behind a number: "five hundreds" is 500, "hundreds" alone says no number. */
export const PLURAL_SCALES: Readonly<Record<string, number>> = {
  hundreds: 1e2, thousands: 1e3, millions: 1e6, billions: 1e9, trillions: 1e12, dozens: 12, lakhs: 1e5, crores: 1e7, dz: 12, dzs: 12, doz: 12, dozs: 12,
}
/** Scales that tell no number but in the plural, before "of": "scores of people", "tens of thousands". */
export const LOOSE_SCALES: Readonly<Record<string, number>> = { tens: 10, scores: 20 }
/** Short scales behind digits: "10 bn". */
export const SHORT_SCALES: Readonly<Record<string, number>> = {
  mn: 1e6, mln: 1e6, mio: 1e6, bn: 1e9, bln: 1e9, mrd: 1e9, tn: 1e12, trn: 1e12, tln: 1e12, mm: 1e6,
}
/** What newspapers count in millions: before one of these a glued small "m" is no metre ("3.6m visitors", "2m foreign students"). */
export const COUNTED_IN_MILLIONS = new Set(`people persons inhabitants residents citizens adults women men children families households homes houses jobs workers employees
  visitors tourists passengers users subscribers customers viewers readers listeners followers members voters votes students pupils patients refugees migrants immigrants
  barrels tonnes tons hectares acres copies vehicles cars units shares doses cases deaths views downloads`.split(/\s+/))
/** Letters glued to digits, as printed. A small "m" may be metres and is read only beside a currency, or before what is counted in millions. */
export const LETTER_SCALES: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, MM: 1e6, b: 1e9, B: 1e9, G: 1e9, T: 1e12 }
export const MONEY_LETTER_SCALES: Readonly<Record<string, number>> = { ...LETTER_SCALES, m: 1e6, mm: 1e6, t: 1e12 }

const UNIT_ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth']
const TEN_ORDINALS = ['twentieth', 'thirtieth', 'fortieth', 'fiftieth', 'sixtieth', 'seventieth', 'eightieth', 'ninetieth']
export const ORDINALS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(UNIT_ORDINALS.map((word, at) => [word, at + 1])), ...Object.fromEntries(TEN_ORDINALS.map((word, at) => [word, (at + 2) * 10])),
  hundredth: 1e2, thousandth: 1e3, millionth: 1e6, billionth: 1e9, trillionth: 1e12,
}
/** What a fraction is divided by: "two thirds", "three quarters", "a half". */
export const DENOMINATORS: Readonly<Record<string, number>> = {
  half: 2, halves: 2, quarter: 4, quarters: 4, ...Object.fromEntries(Object.entries(ORDINALS).flatMap(([word, value]) => (value === 2 ? [] : [[word, value], [`${word}s`, value]]))), seconds: 2,
}
export const VULGAR_FRACTIONS: Readonly<Record<string, number>> = {
  '½': 1 / 2, '⅓': 1 / 3, '⅔': 2 / 3, '¼': 1 / 4, '¾': 3 / 4, '⅕': 1 / 5, '⅖': 2 / 5, '⅗': 3 / 5, '⅘': 4 / 5, '⅙': 1 / 6, '⅚': 5 / 6, '⅛': 1 / 8, '⅜': 3 / 8, '⅝': 5 / 8, '⅞': 7 / 8, '⅐': 1 / 7, '⅑': 1 / 9, '⅒': 1 / 10,
}
/** "threefold", "tenfold", "twice", and what the verbs of multiplying say; "double" and its kin as adjectives ("a double room") say no number. */
export const FOLDS: Readonly<Record<string, number>> = {
  twofold: 2, threefold: 3, fourfold: 4, fivefold: 5, sixfold: 6, sevenfold: 7, eightfold: 8, ninefold: 9, tenfold: 10, twentyfold: 20, hundredfold: 100, thousandfold: 1000,
  twice: 2, thrice: 3, doubled: 2, doubling: 2, tripled: 3, tripling: 3, trebled: 3, trebling: 3, quadrupled: 4, quadrupling: 4, quintupled: 5, halved: 0.5, halving: 0.5,
}

/** Chinese numerals. */
export const HAN_DIGITS: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
export const HAN_TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
export const HAN_SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 兆: 1e12 }
