const ROMAN: readonly (readonly [number, string])[] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']]
/** The signs of the Chicago Manual in their order; after the last they are doubled. */
const CHICAGO = ['*', '†', '‡', '§']
const CHINESE = '〇一二三四五六七八九'
/** Past this, Roman numerals and letters are longer than any mark a reader sees; digits are written instead. */
const LONGEST_SERIES = 4000

function roman(number: number): string {
  let [rest, written] = [number, '']
  for (const [value, letters] of ROMAN) for (; rest >= value; rest -= value) written += letters
  return written
}

/** a … z, aa … zz as Word counts. */
const letters = (number: number): string => String.fromCharCode(97 + (number - 1) % 26).repeat(Math.ceil(number / 26))

function chinese(number: number): string {
  if (number >= 100) return [...String(number)].map((digit) => CHINESE[Number(digit)]).join('')
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? CHINESE[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? CHINESE[ones] : ''}`
}

const ordinal = (number: number): string => `${number}${number % 100 >= 11 && number % 100 <= 13 ? 'th' : ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'}`

/** A note's number as the reader sees it (ECMA-376, ST_NumberFormat; OpenDocument's num-format). What is not known here, and "none", is written in digits. */
export function formatNumber(number: number, format: string): string {
  if (number < 1 || number >= LONGEST_SERIES) return String(number)
  switch (format) {
    case 'lowerRoman': case 'i': return roman(number)
    case 'upperRoman': case 'I': return roman(number).toUpperCase()
    case 'lowerLetter': case 'a': return letters(number)
    case 'upperLetter': case 'A': return letters(number).toUpperCase()
    case 'chicago': return CHICAGO[(number - 1) % CHICAGO.length]!.repeat(Math.ceil(number / CHICAGO.length))
    case 'ordinal': return ordinal(number)
    case 'decimalZero': return String(number).padStart(2, '0')
    case 'numberInDash': return `- ${number} -`
    case 'hex': return number.toString(16).toUpperCase()
    case 'decimalEnclosedCircle': case 'decimalEnclosedCircleChinese': case 'ideographEnclosedCircle': return number <= 20 ? String.fromCodePoint(0x245f + number) : String(number)
    case 'decimalFullWidth': case 'decimalFullWidth2': return [...String(number)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')
    case 'chineseCounting': case 'chineseCountingThousand': case 'japaneseCounting': case 'taiwaneseCounting': case 'taiwaneseCountingThousand': case 'ideographDigital': return chinese(number)
    default: return String(number)
  }
}
