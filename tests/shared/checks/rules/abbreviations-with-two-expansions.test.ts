import { expect, test } from 'vitest'
import { abbreviationsWithTwoExpansions as check } from '#shared/checks/rules/abbreviations-with-two-expansions.ts'
import { abbreviation, analysisOf, testContext } from '../analysis-of.ts'

function find(...pairs: [long: string, short: string][]) {
  const text = pairs.map(([long, short]) => `The ${long} (${short}) met.`).join(' ')
  return check.find({ analysis: analysisOf(text, pairs.map(([long, short]) => abbreviation(long, short))), context: testContext })
    .map((hit) => ({ primary: text.slice(hit.primary.start, hit.primary.end), related: hit.related.map(({ span }) => text.slice(span.start, span.end)), what: check.word(hit).what }))
}

test('the odd one out is found wherever it stands, and the usual one is beside it', () => {
  const odd = { primary: 'Chinese Community Party (CCP)', related: ['Chinese Communist Party (CCP)'] }
  expect(find(['Chinese Communist Party', 'CCP'], ['Chinese Community Party', 'CCP'])).toMatchObject([odd])
  expect(find(['Chinese Community Party', 'CCP'], ['Chinese Communist Party', 'CCP'], ['Chinese Communist Party', 'CCP'])).toMatchObject([odd])
})
test('the message gives both expansions', () => {
  expect(find(['World Health Organization', 'WHO'], ['World Heritage Organization', 'WHO'])[0]!.what)
    .toBe('WHO stands for “World Heritage Organization” here and for “World Health Organization” elsewhere.')
})
test('three expansions are two findings', () => {
  expect(find(['Alpha Beta', 'AB'], ['Alpha Base', 'AB'], ['Apple Bank', 'AB'])).toHaveLength(2)
})
test('case, plurals, hyphens, articles and an owner in front make no second expansion', () => {
  expect(find(['Five-Year Plan', 'FYP'], ['five year plans', 'FYP'])).toEqual([])
  expect(find(['Ministry of Finance', 'MOF'], ['China’s Ministry of Finance', 'MOF'])).toEqual([])
  expect(find(['café owners association', 'COA'], ['Cafe Owners’ Association', 'C.O.A.'])).toEqual([])
})
