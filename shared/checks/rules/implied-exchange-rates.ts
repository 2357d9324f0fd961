import type { CheckedAnalysis } from '../../analysis.ts'
import type { Check, CheckContext, Hit } from '../check.ts'
import { contains, overlaps, textOf, type Span } from '../../document/document.ts'
import type { FactOf } from '../../facts/fact.ts'

type Money = FactOf<'money'>
interface Range { low: number; high: number }

/** A day's rate strays from its year's average by about this share in a quiet year; the yearly table knows no days. */
const TOLERANCE = 0.02
/** "300 billion yuan (", "300 billion yuan (about ", "300 billion yuan, or ": what may stand between a sum and its conversion. */
const BEFORE_CONVERSION = /^(?:\s*[(（[]|\s*,?\s+or)\s*(?:(?:about|around|approximately|roughly|nearly|almost|some|or|then|equivalent to|worth|equal to|c\.|ca\.|[≈~=])\s*)*$/i

const meets = (a: Range, b: Range): boolean => a.low <= b.high && b.low <= a.high

/**
 * The figures of a sum as printed, scaled, each with half a unit of its last printed digit. "4.7 – 7.8 million" → 4.7 M ± 0.05 M and 7.8 M ± 0.05 M.
 * Zeros at the end of a whole number are rounding, but never more than its second digit: "1,500" is ± 50, "100" ± 5, "50" ± 0.5.
 */
function printedFigures(text: string, money: Money): { value: number; half: number; isWhole: boolean }[] {
  const printed = [...textOf(text, money.span).matchAll(/(?:\d[\d,]*)?\.\d+|\d[\d,]*/g)].map((match) => match[0].replaceAll(',', ''))
  const first = Number(printed[0])
  if (!(first > 0) || !(money.value > 0)) return []
  const scale = money.value / first
  const figures = printed.slice(0, money.range ? 2 : 1).map((digits) => {
    const decimals = digits.split('.')[1]?.length ?? 0
    const zeros = decimals > 0 ? 0 : Math.max(0, Math.min(/0*$/.exec(digits)![0].length, digits.length - 2))
    return { value: Number(digits) * scale, half: 0.5 * 10 ** (zeros - decimals) * scale, isWhole: decimals === 0 }
  })
  return figures.length === 2 && figures[1]!.value <= figures[0]!.value ? figures.slice(0, 1) : figures
}

/**
 * Units of the first sum per unit of the second that both printed figures allow. A whole figure that is being converted is taken at its word
 * (whoever converted it had that figure); decimals, and the conversion itself, are allowed their rounding. Null: the ends of a range disagree or nothing is printed.
 */
function impliedRate(text: string, sum: Money, conversion: Money): Range | null {
  const from = printedFigures(text, sum)
  const to = printedFigures(text, conversion)
  const ends = Math.min(from.length, to.length)
  if (ends === 0 || from.length !== to.length) return null
  const rates = Array.from({ length: ends }, (_, end) => {
    const slack = from[end]!.isWhole ? 0 : from[end]!.half
    return { low: (from[end]!.value - slack) / (to[end]!.value + to[end]!.half), high: (from[end]!.value + slack) / Math.max(to[end]!.value - to[end]!.half, Number.MIN_VALUE) }
  })
  const rate = { low: Math.max(...rates.map((range) => range.low)), high: Math.min(...rates.map((range) => range.high)) }
  return rate.low <= rate.high ? rate : null
}

function yearsOf(dates: readonly FactOf<'date'>[]): number[] {
  const years = dates.flatMap(({ from, to }) => [from, to]).flatMap((at) => (at !== null && /^\d{4}/.test(at) ? [Number(at.slice(0, 4))] : []))
  return [...new Set(years)]
}

/** The years a pair of sums speaks of: those of its sentence, else of its paragraph, else of the notes that carry it. */
function yearsAround(analysis: CheckedAnalysis, dates: readonly FactOf<'date'>[], pair: Span): { years: number[]; where: string } {
  const within = (span: Span | undefined): number[] => (span === undefined ? [] : yearsOf(dates.filter((date) => contains(span, date.span))))
  const sentence = within(analysis.segments.find((segment) => segment.kind === 'sentence' && overlaps(segment.span, pair))?.span)
  if (sentence.length > 0) return { years: sentence, where: 'sentence' }
  const paragraph = within(analysis.document.blocks.find((block) => contains(block.span, pair))?.span)
  if (paragraph.length > 0) return { years: paragraph, where: 'paragraph' }
  const notes = analysis.citations.filter((citation) => contains(citation.carries, pair)).flatMap((citation) => citation.source?.issued?.['date-parts']?.[0]?.[0] ?? [])
  return { years: [...new Set(notes)], where: 'note' }
}

/** The yearly averages, as units of `from` per unit of `to`, of the years the table has. Several years make one range from the lowest to the highest. */
function averages(context: CheckContext, from: string, to: string, years: readonly number[]): { range: Range; years: number[] } | null {
  const perDollar = (currency: string, year: number): number | null => (currency === 'USD' ? 1 : context.exchangeRate(currency, year))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const known = Array.from({ length: years.length === 0 ? 0 : last - first + 1 }, (_, step) => first + step).flatMap((year) => {
    const [upper, lower] = [perDollar(from, year), perDollar(to, year)]
    return upper === null || lower === null || lower === 0 ? [] : [{ year, rate: upper / lower }]
  })
  if (known.length === 0) return null
  const rates = known.map(({ rate }) => rate)
  return { range: { low: Math.min(...rates), high: Math.max(...rates) }, years: known.map(({ year }) => year) }
}

/** Four digits that matter, as a person would quote a rate. */
const rateWords = ({ low, high }: Range): string => {
  const [a, b] = [low.toPrecision(3), high.toPrecision(3)].map((digits) => String(Number(digits)))
  return a === b ? a! : `${a}–${b}`
}

/** Pairs of sums ("300 billion yuan (US$47 billion)") whose implied rate is not that of the year they speak of. */
export const impliedExchangeRates: Check = {
  id: 'implied-exchange-rates',
  title: 'Implied exchange rate',
  surfaces: 'A sum and its conversion whose implied exchange rate, rounding allowed for, is not the average of the year the sentence speaks of.',
  why: 'A conversion at another year’s rate makes a sum look larger or smaller than it was, or hides a slip in one of the two figures.',
  limits: `The table holds yearly averages: a rate of one day may differ by more than the ${TOLERANCE * 100} % allowed here in a year of large swings. `
    + 'A writer may convert at the rate of the day of writing on purpose, or at constant prices. '
    + 'Where the sentence names no year, that of the paragraph or of the note is taken, which may be another. '
    + 'A whole figure that is converted is taken to be exact.',
  severity: 'doubt',
  needs: ['money', 'exchange-rates'],
  stage: 'trial',
  examples: [
    { text: 'In 2010 the ministry spent 500 million yuan (US$95 million) on the railway.', finds: ['500 million yuan (US$95 million)'] },
    { text: 'The fund was set up in 2017. It was given 20 billion yen (US$250 million).', finds: ['20 billion yen (US$250 million)'] },
    { text: 'In 2010 the ministry spent 500 million yuan (US$74 million) on the railway.', finds: [] },
    { text: 'In 2017 the fund was given 20 billion yen (US$180 million).', finds: [] },
    { text: 'The ministry spent 500 million yuan in 2010, and US$95 million in 2011.', finds: [] },
  ],
  find({ analysis, context }) {
    const { text } = analysis.document
    const sums = analysis.facts.filter((fact) => fact.kind === 'money').toSorted((a, b) => a.span.start - b.span.start)
    const dates = analysis.facts.filter((fact) => fact.kind === 'date')
    return sums.flatMap((sum, index): Hit[] => {
      const conversion = sums[index + 1]
      if (conversion === undefined || conversion.currency === sum.currency || !BEFORE_CONVERSION.test(text.slice(sum.span.end, conversion.span.start))) return []
      const implied = impliedRate(text, sum, conversion)
      if (implied === null) return []
      const isClosed = /^[)）\]]/.test(text.slice(conversion.span.end))
      const primary = { start: sum.span.start, end: conversion.span.end + (isClosed ? 1 : 0) }
      const { years, where } = yearsAround(analysis, dates, primary)
      // Quoted the way round that the table prints: units of the other currency per dollar.
      const isTurned = sum.currency === 'USD'
      const [from, to] = isTurned ? [conversion.currency, sum.currency] : [sum.currency, conversion.currency]
      const rate = isTurned ? { low: 1 / implied.high, high: 1 / implied.low } : implied
      const table = averages(context, from, to, years)
      if (table === null || meets(rate, { low: table.range.low * (1 - TOLERANCE), high: table.range.high * (1 + TOLERANCE) })) return []
      return [{
        primary, related: [],
        values: {
          printed: textOf(text, primary), from, to, impliedLow: rate.low, impliedHigh: rate.high, tableLow: table.range.low, tableHigh: table.range.high,
          firstYear: table.years[0]!, lastYear: table.years.at(-1)!, where, source: context.exchangeRateSource,
        },
      }]
    })
  },
  word({ values }) {
    const period = values.firstYear === values.lastYear ? `${values.firstYear}` : `${values.firstYear}–${values.lastYear}`
    const implied = rateWords({ low: Number(values.impliedLow), high: Number(values.impliedHigh) })
    const table = rateWords({ low: Number(values.tableLow), high: Number(values.tableHigh) })
    const year = values.where === 'sentence' ? '' : ` (the year is that of the ${values.where})`
    return {
      what: `“${values.printed}” implies ${implied} ${values.from} per ${values.to}; the yearly average of ${period}${year} was ${table} (${values.source}).`,
      todo: 'Ask which day’s or year’s rate was used, and convert at the rate of the year the sentence speaks of, or say which rate it is.',
    }
  },
}
