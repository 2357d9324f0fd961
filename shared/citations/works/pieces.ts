import { hasWords, tidy } from './scratch.ts'

/** Abbreviations with a full stop that ends no sentence. */
const ABBREVIATIONS = 'Exec|Mgmt|Dept|Govt?|Soc|Hist|Coll|Univ|Assoc|Inst|Inc|Ltd|Co|Corp|Bros|St|Drs?|Mrs?|Ms|Prof|Rev|Jour|Proc|Trans|Am|Amer|Bull|Int|Natl|Nat|Comm|Cong|Sess|Sec|eds?|vs?|al|No|Vol|Ser|Sup|Ct|Dist|Minn|Mass|Penn|Calif|Conn|Eng|Engl|Sci|Acad|Res|Econ|Polit|Phil|Med|Rep|Gen|Col|Capt|Sen|Hon'
const ABBREVIATED = new RegExp(`(?:^|[\\s(])(?:${ABBREVIATIONS})\\.$`)
/** An abbreviation with the space behind it, at which no piece ends. */
const ABBREVIATED_WITHIN = new RegExp(`(?<=(?:^|[\\s(])(?:${ABBREVIATIONS})\\.)\\s+(?=\\p{Lu})`, 'gu')
const JOINED = '\uE010'

/** Sentences of a reference: parted behind a full stop, not behind an initial or an abbreviation, and where a date or a number stood between two. */
export function sentencesOf(words: string, alsoAt = /(?!)/u): string[] {
  const sentences: string[] = []
  let open = ''
  for (const piece of words.split(/(?<=[^\p{Lu}\s.][.?!]|\p{Lu}{3}\.|[\uE000-\uE00F]\.)\s+(?=[\p{Lu}\uE000-\uE00F"“])/u)) {
    open = open === '' ? piece : `${open} ${piece}`
    if (ABBREVIATED.test(open)) continue
    sentences.push(open)
    open = ''
  }
  if (open !== '') sentences.push(open)
  return sentences.flatMap((sentence) => sentence.split(alsoAt)).map(tidy).filter(hasWords)
}

/** The pieces between the signs that part fields; a comma inside an institution's name does not. */
export function piecesOf(words: string): string[] {
  return words.replace(ABBREVIATED_WITHIN, JOINED).split(/(?<=[^\p{Lu}\s.][.?!])\s+(?=[\p{Lu}\uE000-\uE00F"“])|[\uE000-\uE00F]|;\s|\s\(|\)\s?|(?<!-),\s+(?!(?:and|&|Inc|Ltd|LLC|Innovation)\b|\p{Lu}[\p{L} ]{1,40}\s(?:and|&)\s)/u).map((piece) => tidy(piece.replaceAll(JOINED, ' '))).filter(hasWords)
}
