import type { FactOf, Measure } from './fact.ts'
import { told, type Figure, type Read } from './figure.ts'
import { isDegree } from './heat.ts'
import { Word } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { tidy } from './interval.ts'
import { GLUED_ONLY, UNITS, type Unit } from './words/units.ts'

const HALF = 0.5
/** Quantities in a unit of measure, with their value in SI units: "75 ml", "three-inch", "5 feet and 2 inches", "90 °C", "20 (kg)". */
export function readMeasure(r: Reading, figure: Figure): Read<FactOf<'number'>> | null {
  if (figure.currency) return null
  if (!figure.high) {
    const height = feetAndInches(r, figure)
    if (height) return height
  }
  // "half a mile"
  const isHalf = figure.low.isShare && figure.low.value === HALF && /^an?$/.test(r.word(figure.to))
  const found = unitAt(r, isHalf ? figure.to + 1 : figure.to)
  if (!found) return null
  const below = !figure.high && Number.isInteger(figure.low.value) ? inchesAt(r, found) : null
  const counted = below ? { ...figure, low: { ...figure.low, value: tidy(figure.low.value + below.value) } } : figure
  return measured(r, counted, below?.to ?? found.to, found.unit)
}

function measured(r: Reading, figure: Figure, to: number, unit: Unit): Read<FactOf<'number'>> {
  const read = told<FactOf<'number'>>(r, figure, to, { kind: 'number', unit: unit.name })
  read.fact.measure = inSi(unit, read.fact.value, read.fact.high)
  return read
}

function inSi(unit: Unit, value: number, high: number | undefined): Measure {
  const converted = (printed: number): number => tidy(printed * unit.factor + (unit.offset ?? 0))
  return { unit: unit.name, quantity: unit.quantity, si: unit.si, value: converted(value), ...(high === undefined ? {} : { high: converted(high) }) }
}

interface UnitAt { unit: Unit; to: number }
/** Unit names are at most this many tokens: "miles per hour", "km / h". */
const LONGEST = 4

const OPENS_UNIT = new Set('([<')

function unitAt(r: Reading, start: number): UnitAt | null {
  let at = start
  if (isDegree(r, at)) return { unit: UNITS.get(r.word(at) === 'c' ? '°c' : '°f')!, to: at + 1 }
  // Most figures stand before no unit: bits are looked at before words.
  let isBracketed = false
  if (!r.has(at, Word.unit)) {
    if (r.isGlued(at) && r.isGlued(at + 1) && r.has(at, Word.dash)) at += 1
    isBracketed = r.isGlued(at + 1) && OPENS_UNIT.has(r.word(at))
    if (isBracketed) at += 1
  }
  if (r.word(at) === '"' || r.word(at) === '″') return r.word(at) === '″' || isInchSign(r, at) ? { unit: UNITS.get('inch')!, to: at + 1 } : null
  if (!r.has(at, Word.unit)) return null
  for (let to = Math.min(at + LONGEST, r.to); to > at; to -= 1) {
    const printed = r.text.slice(r.start(at), r.end(to - 1))
    const unit = UNITS.get(printed) ?? UNITS.get(printed.toLowerCase().replace(/\s+/g, ' '))
    if (!unit || (to === at + 1 && !stands(r, at, printed, isBracketed))) continue
    if (r.isGlued(to) && (r.isNumber(to) || r.isWord(to))) continue
    if (isBracketed && !/^[)\]>]$/.test(r.word(to))) return null
    return { unit, to: isBracketed ? to + 1 : to }
  }
  return null
}

/** Whether a one-word unit may be one here: letters that are words or names of their own must be glued to the figure, symbols must be printed as they are. */
function stands(r: Reading, at: number, printed: string, isBracketed: boolean): boolean {
  const word = printed.toLowerCase()
  if (isBracketed) return true
  if (GLUED_ONLY.has(word)) return word === 'in' || (word === 'g' && printed !== 'g') ? false : r.isGlued(at) || (word !== 'l' && word !== 'g' && printed === word && !r.isWord(at + 1))
  if (word === 'm') return printed === 'm' && (r.isGlued(at) || !r.isCapitalised(at + 1))
  if (word.length <= 2 && !UNITS.has(printed)) return false
  // "two turns", "three stones", "12 grains", "two degrees" and "cups" are counts as often; only the plain ones are units.
  if (word === 'stones' || word === 'bit' || word === 'grains' || word === 'grain' || word === 'knot' || word === 'mou' || word === 'mu') return false
  return word !== 'pound' && word !== 'pounds' ? true : r.word(at + 1) !== 'sterling'
}

const INCHES_IN_FOOT = 12
/** 6'2": feet and inches by their marks, both of them printed. */
function feetAndInches(r: Reading, figure: Figure): Read<FactOf<'number'>> | null {
  const at = figure.to
  if (!r.isGlued(at) || !/^['’′]$/.test(r.word(at)) || !r.isNumber(at + 1) || !r.isGlued(at + 1) || !/^["”″]$/.test(r.word(at + 2)) || !r.isGlued(at + 2)) return null
  const inches = Number(r.word(at + 1))
  if (!(inches < INCHES_IN_FOOT) || !Number.isInteger(figure.low.value) || figure.low.isSpelled) return null
  return measured(r, { ...figure, low: { ...figure.low, value: tidy(figure.low.value + inches / INCHES_IN_FOOT) } }, at + 3, UNITS.get('foot')!)
}

/** 10 " long: a straight quotation mark behind a figure and before a word of extent. */
const isInchSign = (r: Reading, at: number): boolean => /^(?:long|wide|tall|high|deep|thick|by|x|×)$/.test(r.word(at + 1))

/** "5 feet 2 inches", "5 feet and 2 inches": the inches as part of the feet. */
function inchesAt(r: Reading, { unit, to }: UnitAt): { value: number; to: number } | null {
  const small = unit.name === 'foot' ? { words: /^(?:inch|inches|in)$/, parts: 12 } : unit.name === 'pound' ? { words: /^(?:ounce|ounces|oz)$/, parts: 16 } : null
  if (!small) return null
  const at = r.word(to) === 'and' || r.word(to) === ',' ? to + 1 : to
  const value = r.isNumber(at) ? Number(r.word(at)) : NaN
  return value < small.parts && small.words.test(r.word(at + 1)) ? { value: value / small.parts, to: at + 2 } : null
}
