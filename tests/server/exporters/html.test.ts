import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { html } from '#server/exporters/html.ts'
import type { Report } from '#shared/report/report.ts'
import { Status } from '#shared/review/index.ts'
import { buildReport } from '#shared/report/build-report.ts'
import { ReportOptions } from '#shared/report/report.ts'
import { buildEvidence, buildFinding, buildNote, buildReviewInput, buildTallied } from '../../shared/report/review-input.ts'
import { buildHostileReport, HARMLESS, HOSTILE } from './hostile-report.ts'

const written = async (report: Report): Promise<string> => new TextDecoder().decode(await html.write(report))
/** The page as another reader sees it; without the fonts, which are most of it and no markup. */
const open = async (report: Report): Promise<Document> => parseHTML((await written(report)).replace(/base64,[A-Za-z0-9+/=]+/g, '')).document as unknown as Document
/** Every element by name, in order, and every attribute name: what a text could have added to. */
const shape = (document: Document): string[] => [...document.querySelectorAll('*')].map((element) => `${element.tagName} ${[...element.attributes].map((attribute) => attribute.name).sort().join(' ')}`)
const options = ReportOptions.parse({})

describe('the page is whole', () => {
  const report = buildReport(buildReviewInput({
    text: 'Its output exceeded the sum of all three in 2018. “It is large,” he said. {1}',
    notes: [buildNote('1', { marks: [{ span: { start: 75, end: 78 }, carries: { start: 0, end: 74 } }] })],
    claims: [
      { words: 'Its output exceeded the sum of all three in 2018', status: 'disputed', reason: 'Not all three.', statusBy: 'Ines Okafor', statusAt: '2026-03-10T11:52:00.000Z', noteLabels: ['1'], evidence: [buildEvidence({ kind: 'web', url: 'https://people.example/a?b=1&c=2', reference: null })], findings: [buildFinding()] },
      { words: 'the sum of all three', status: 'verified' },
      { words: '“It is large,”', status: 'querying', layer: 'said' },
    ],
    findings: [buildFinding()],
  }), options)
  test('summary, article, claims, notes and history are there', async () => {
    const document = await open(report)
    expect([...document.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual(['Verdicts', 'Open before sign-off', 'The article, marked', 'Claim by claim', 'Notes', 'History'])
    expect([...document.querySelectorAll('.chart li')].map((item) => item.className.split(' ')[0]).sort()).toEqual([...Status.options].sort())
    expect([...document.querySelectorAll('.chart li')].every((item) => item.querySelector('svg') && item.querySelector('u')?.textContent)).toBe(true)
    expect(document.querySelector('.anno .p')?.textContent).toContain('Its output exceeded ')
    expect(document.querySelector('.anno .c.disputed .c.verified')?.textContent).toBe('the sum of all three')
    expect([...document.querySelectorAll('.q.querying')].map((mark) => mark.textContent)).toEqual(['“', '”'])
    expect([...document.querySelectorAll('.anno .m i')].map((mark) => mark.textContent)).toEqual(['1', '2', '3'])
    expect(document.querySelectorAll('.anno .d.contradiction')).toHaveLength(1)
    expect(document.querySelector('#claim-1 header')?.textContent).toContain('1 Disputednote 1')
    expect(document.querySelector('#claim-1 a[rel="noreferrer noopener"]')?.getAttribute('href')).toBe('https://people.example/a?b=1&c=2')
  })
  test('every link inside the page leads somewhere, and no id is there twice', async () => {
    const document = await open(report)
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.getAttribute('id'))
    expect(new Set(ids).size).toBe(ids.length)
    const targets = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href')?.slice(1))
    expect(targets.length).toBeGreaterThan(4)
    expect(targets.filter((target) => !ids.includes(target ?? ''))).toEqual([])
  })
  test('sections left out are not there, and no link leads to them', async () => {
    const document = await open({ ...report, options: { ...options, sections: ['article'] } })
    expect([...document.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual(['The article, marked'])
    expect(document.querySelectorAll('a[href^="#"]')).toHaveLength(0)
  })
  test('it is one file: nothing is fetched, nothing runs', async () => {
    const page = await written(report)
    const document = await open(report)
    expect(document.querySelectorAll('script, link, img, iframe, object, embed, form, base')).toHaveLength(0)
    expect([...page.matchAll(/url\(([^)]{0,40})/g)].every((found) => found[1]?.startsWith('data:font/woff2'))).toBe(true)
    expect(page).not.toMatch(/@import/)
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'")
    expect(page.length).toBeLessThan(500_000)
  })
  test('what was set aside stands there and says so', async () => {
    const input = buildReviewInput({ text: 'Skip to content' })
    const document = await open(buildReport({ ...input, blocks: input.blocks.map((block) => ({ ...block, kind: 'furniture' as const })) }, options))
    expect(document.querySelector('.anno .furniture')?.textContent).toBe('Set aside: Skip to content')
  })
  test('a note of several works names each', async () => {
    const work = { type: 'book' as const, title: 'Steel & Sky', URL: 'https://steel.example' }
    const document = await open(buildReport(buildReviewInput({ notes: [buildNote('1', { further: [{ source: work, pinpoint: '3' }] })] }), options))
    expect(document.querySelector('#note-1 .meta')?.textContent).toContain('Names also Steel & Sky. ')
    expect(document.querySelector('#note-1 .meta a')?.getAttribute('href')).toBe('https://steel.example')
  })
  test('Chinese brings the letters it needs, and no others', async () => {
    const rangesOf = async (text: string): Promise<string[]> => [...(await written(buildReport(buildReviewInput({ text }), options))).matchAll(/font-family: "Noto Serif SC Variable";[^}]*unicode-range: ([^;]+);/g)].map((found) => found[1]!)
    const holds = (range: string, sign: string): boolean => range.split(',').some((part) => {
      const [from, to = from] = part.replace('U+', '').split('-').map((point) => Number.parseInt(point, 16))
      return sign.codePointAt(0)! >= from! && sign.codePointAt(0)! <= to!
    })
    expect(await rangesOf('Output was 3.87 trillion dollars.')).toEqual([])
    const ranges = await rangesOf('Made in China 2025 (中国制造2025) is a plan.')
    expect([...'中国制造'].filter((sign) => !ranges.some((range) => holds(range, sign)))).toEqual([])
    expect(ranges.filter((range) => ![...'中国制造'].some((sign) => holds(range, sign)))).toEqual([])
  })
  test('bars are measured against the longest', async () => {
    const document = await open(buildReport(buildTallied({ verified: 8, disputed: 2 }), options))
    expect(document.querySelector('.chart .verified b')?.getAttribute('style')).toBe('--n:1.0000')
    expect(document.querySelector('.chart .disputed b')?.getAttribute('style')).toBe('--n:0.2500')
  })
})

describe('text never becomes markup', () => {
  test.each(HOSTILE)('%j', async (hostile) => {
    const plain = shape(await open(buildHostileReport(HARMLESS)))
    const document = await open(buildHostileReport(hostile))
    // An address that may be followed adds links, and only links.
    const links = /^https?:/.test(hostile)
    const found = shape(document)
    if (!links) expect(found).toEqual(plain)
    else expect(found.filter((name) => !/^A href rel/.test(name))).toEqual(plain.filter((name) => !/^A href rel/.test(name)))
    for (const link of document.querySelectorAll('a[href]')) expect(link.getAttribute('href')).toMatch(/^(?:https?:\/\/|#)/)
    const readable = hostile.replace(/[\u0000-\u0008\u000e-\u001f]|\ud800/g, '\ufffd').replaceAll('\r', '\n')
    expect(document.querySelector('h1')?.textContent?.replaceAll('\r', '\n')).toBe(readable)
  })
  test.each(['javascript:alert(1)', 'data:text/html,x', 'https://a.example/" onclick="x', 'https://a b', ' https://a.example', 'java\nscript:x', 'file:///etc/passwd'])('%s is not followed', async (address) => {
    const document = await open(buildReport(buildReviewInput({ claims: [{ words: 'Output', evidence: [buildEvidence({ kind: 'web', url: address })] }] }), options))
    expect(document.querySelectorAll('#claim-1 a[href]')).toHaveLength(0)
  })
})
