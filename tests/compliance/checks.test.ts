import { describe, expect, test } from 'vitest'
import { CheckDescription } from '#shared/checks/check.ts'
import { checks } from '#shared/checks/rules/index.ts'
import { describeChecks, runChecks } from '#shared/checks/run.ts'
import { textOf } from '#shared/document/document.ts'
import { readPlainText } from '#shared/document/plain-text.ts'
import { analyse } from '#shared/pipeline.ts'
import { testContext } from '../shared/checks/analysis-of.ts'
import { sharedMaterial } from '../support/shared-material.ts'

/** Everything an importer, `analyse` and the checks do with a plain text. */
const check = (text: string) => {
  const analysis = analyse(readPlainText(text, 'Example'))
  const { findings, runs } = runChecks(analysis, testContext)
  return { runs, findings: findings.map((finding) => ({ ...finding, words: textOf(analysis.document.text, finding.primary) })) }
}

test('ids are unique and the catalogue describes every check', () => {
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length)
  expect(describeChecks().map(({ id }) => id)).toEqual(checks.map(({ id }) => id))
  for (const description of describeChecks()) CheckDescription.parse(description)
})

describe.each(checks.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('has a noun of a name, a reason, honest limits and at least two examples each that fire and that stay silent', () => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)+$/)
    for (const words of [rule.title, rule.surfaces, rule.why, rule.limits]) expect(words.length).toBeGreaterThan(8)
    expect(rule.examples.filter(({ finds }) => finds.length > 0).length).toBeGreaterThanOrEqual(2)
    expect(rule.examples.filter(({ finds }) => finds.length === 0).length).toBeGreaterThanOrEqual(2)
  })
  test.each(rule.examples)('example: $text', ({ text, finds }) => {
    const { findings } = check(text)
    expect(findings.filter((finding) => finding.checkId === id).map(({ words }) => words)).toEqual(finds)
    for (const { what, why, todo } of findings) {
      for (const words of [what, why, todo]) expect(words).toMatch(/^\S.*[.?]$/s)
      expect(what).not.toMatch(/undefined|null|NaN|Infinity/)
    }
  })
})

test('no check’s example makes another check fire', () => {
  for (const rule of checks) for (const { text } of rule.examples) expect(check(text).findings.filter(({ checkId }) => checkId !== rule.id).map(({ what }) => what), text).toEqual([])
})

const article = sharedMaterial('article/000_3ada9579df3eea54.txt')
test.skipIf(article === null)('on the real article: the malformed note, the abbreviation and the conversions, and nothing crashes', () => {
  const { findings, runs } = check(article!.toString('utf8'))
  expect(runs.filter(({ outcome }) => outcome === 'crashed')).toEqual([])
  const found = (id: string) => findings.filter(({ checkId }) => checkId === id).map(({ words }) => words)
  expect(found('malformed-notes')).toEqual(['{19)'])
  expect(found('abbreviations-with-two-expansions')).toEqual(['Chinese Community Party (CCP)'])
  expect(found('implied-exchange-rates')).toContain('between 30 – 50 million yuan (US$4.7 – 7.8 million)')
  expect(found('parts-above-the-whole')).toEqual([])
})
