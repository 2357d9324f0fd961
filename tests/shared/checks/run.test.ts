import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CheckDescription, CheckRun, FindingDraft, type Check } from '#shared/checks/check.ts'
import { fingerprint } from '#shared/checks/fingerprint.ts'
import { checks } from '#shared/checks/rules/index.ts'
import { describeChecks, runChecks } from '#shared/checks/run.ts'
import { abbreviation, analysisOf, testContext } from './analysis-of.ts'

const check = (over: Partial<Check>): Check => ({
  id: 'test-check', title: 'Test', surfaces: 'x', why: 'The check’s own reason.', limits: 'x', severity: 'question', needs: [], stage: 'trial', examples: [],
  find: () => [], word: () => ({ what: 'what', todo: 'todo' }), ...over,
})
const hit = (start: number, end: number) => ({ primary: { start, end }, related: [], values: {} })

test('a check that throws is a crashed run with its reason, and the others still run', () => {
  const crashing = check({ id: 'crashing', find: () => { throw new Error('no such luck') } })
  const finding = check({ id: 'finding', find: () => [hit(0, 3)] })
  const { findings, runs } = runChecks(analysisOf('One two.'), testContext, [crashing, finding])
  expect(runs).toEqual([{ checkId: 'crashing', outcome: 'crashed', reason: 'no such luck', count: 0 }, { checkId: 'finding', outcome: 'ran', reason: null, count: 1 }])
  expect(findings.map((found) => found.checkId)).toEqual(['finding'])
  expect(findings[0]!.why).toBe('The check’s own reason.')
})

test('a check that cannot put its hit into words, or points outside the text, is crashed too and leaves nothing half-said', () => {
  const wordless = check({ id: 'wordless', find: () => [hit(0, 3)], word: () => { throw new Error('speechless') } })
  const outside = check({ id: 'outside', find: () => [hit(0, 3), hit(2, 99)] })
  const { findings, runs } = runChecks(analysisOf('One two.'), testContext, [wordless, outside])
  expect(runs.map((run) => run.outcome)).toEqual(['crashed', 'crashed'])
  expect(findings).toEqual([])
})

test('a check whose facts are absent is not applicable, and says which are missing', () => {
  const { runs } = runChecks(analysisOf('Nothing to count here.'), testContext)
  expect(runs.map((run) => run.outcome)).toEqual(checks.map(() => 'not-applicable'))
  for (const run of runs) expect(run.reason).toMatch(/this article/i)
})

test('without an exchange-rate table the check of rates is not applicable, not silent', () => {
  const analysis = analysisOf('It cost 5 yuan.', [{ at: '5 yuan', kind: 'money', value: 5, currency: 'CNY', range: false, interval: { low: 5, high: 5 } }])
  const { runs } = runChecks(analysis, { exchangeRate: () => null, exchangeRateSource: '' })
  expect(runs.find((run) => run.checkId === 'implied-exchange-rates')).toMatchObject({ outcome: 'not-applicable', reason: 'No table of exchange rates is at hand.' })
})

test('findings come in text order, each with a fingerprint of its own even where the same words stand twice', () => {
  const twice = check({ find: () => [hit(8, 11), hit(0, 3), hit(4, 7)] })
  const { findings } = runChecks(analysisOf('One two One.'), testContext, [twice])
  expect(findings.map((finding) => finding.primary.start)).toEqual([0, 4, 8])
  expect(new Set(findings.map((finding) => finding.fingerprint)).size).toBe(3)
})

test('a fingerprint survives an edit before it, another kind of quotation mark and another line break', () => {
  const before = 'Intro. The “blue”  bank.'
  const after = 'A longer introduction, edited. The "blue"\nbank.'
  expect(fingerprint('x', before, [{ start: 7, end: 24 }])).toBe(fingerprint('x', after, [{ start: after.indexOf('The'), end: after.length }]))
  expect(fingerprint('x', before, [{ start: 7, end: 24 }])).not.toBe(fingerprint('y', before, [{ start: 7, end: 24 }]))
  expect(fingerprint('x', 'abc', [{ start: 0, end: 3 }])).not.toBe(fingerprint('x', 'abd', [{ start: 0, end: 3 }]))
})

test('findings, runs and descriptions are what the contract says', () => {
  const analysis = analysisOf('The World Health Organization (WHO) met. The World Heritage Organization (WHO) met.', [abbreviation('World Health Organization', 'WHO'), abbreviation('World Heritage Organization', 'WHO')])
  const { findings, runs } = runChecks(analysis, testContext)
  expect(findings).toHaveLength(1)
  for (const finding of findings) FindingDraft.parse(finding)
  for (const run of runs) CheckRun.parse(run)
  for (const description of describeChecks()) CheckDescription.parse(JSON.parse(JSON.stringify(description)))
})

test('no text makes a check crash', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    const filled = `${text} 50% of ${text}, 60% x. Of the 5, 4 voted, 3 voted. 5 yuan (US$1)`
    const facts = [...filled.matchAll(/\d+/g)].flatMap((match, index) => {
      const base = { span: { start: match.index, end: match.index + match[0].length }, hedge: 'exact' as const, value: Number(match[0]), interval: { low: Number(match[0]), high: Number(match[0]) }, range: false }
      return [{ kind: 'percentage' as const, ...base }, { kind: 'number' as const, ...base }, { kind: 'money' as const, ...base, currency: index % 2 ? 'USD' : 'CNY' }]
    })
    const { runs } = runChecks(analysisOf(filled, [], { facts }), testContext)
    expect(runs.filter((run) => run.outcome === 'crashed')).toEqual([])
  }), { numRuns: 200 })
})
