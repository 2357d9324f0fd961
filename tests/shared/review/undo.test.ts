import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, nextNumber, nextToReverse, reverseAct, type ActInHistory, type Change, type DecisionInput, type ReviewEvent, type ReviewState } from '#shared/review/index.ts'
import { after, claimOn, decideOn, joined, noteOn, pieceOn, stateOf } from './state.ts'

const did = (act: string): ActInHistory => ({ act, kind: 'set-status', undoes: null })
const undid = (act: string, undoes: string, kind = 'undo'): ActInHistory => ({ act, kind, undoes })

describe('which act is next', () => {
  test('undo walks back, redo forward', () => {
    const acts = [did('a'), did('b'), undid('c', 'b')]
    expect([nextToReverse(acts, 'undo'), nextToReverse(acts, 'redo')]).toEqual(['a', 'c'])
    const more = [...acts, undid('d', 'a')]
    expect([nextToReverse(more, 'undo'), nextToReverse(more, 'redo')]).toEqual([null, 'd'])
    const forth = [...more, undid('e', 'd', 'redo')]
    expect([nextToReverse(forth, 'undo'), nextToReverse(forth, 'redo')]).toEqual(['e', 'c'])
  })
  test('a new act empties what could be done again', () => {
    expect(nextToReverse([did('a'), undid('b', 'a'), did('c')], 'redo')).toBeNull()
  })
  test('import and what was not kept are never taken back', () => {
    expect(nextToReverse([{ act: 'i', kind: 'import', undoes: null }, { act: 'n', kind: 'not-kept', undoes: null }], 'undo')).toBeNull()
  })
  test('like the two stacks of an editor, whatever is typed', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('do', 'undo', 'redo')), (gestures) => {
      const acts: ActInHistory[] = []
      let [position, length] = [0, 0]
      for (const [index, gesture] of gestures.entries()) {
        if (gesture === 'do') {
          acts.push(did(`${index}`))
          length = position += 1
          continue
        }
        const target = nextToReverse(acts, gesture as 'undo' | 'redo')
        expect(target === null).toBe(gesture === 'undo' ? position === 0 : position === length)
        if (target === null) continue
        acts.push(undid(`${index}`, target, gesture))
        position += gesture === 'undo' ? -1 : 1
      }
    }))
  })
})

const TEXT = 'The bridge opened in 1932.[1] It weighs 52,800 tonnes, and it carries eight lanes.[2]'
const opened = claimOn(TEXT, 'The bridge opened in 1932.', '1')
const weighs = claimOn(TEXT, 'It weighs 52,800 tonnes, and it carries eight lanes.', '2', { status: 'verified', statusBy: 'Ann' })
const [one, two] = [noteOn(TEXT, '[1]', opened.quote), noteOn(TEXT, '[2]', weighs.quote)]
const base = stateOf(TEXT, { claims: [opened, weighs], notes: [one, two], claimNotes: [joined(opened, one), joined(weighs, two)], evidence: [pieceOn(weighs, 'e')] })

const eventsOf = (changes: readonly Change[]): ReviewEvent[] => changes.map((change, index) => ({
  id: `${index}`, articleId: 'article', sequence: index + 1, act: 'a', actor: 'Ben', at: '', kind: change.kind, entity: change.entity, entityId: change.id, claimId: change.claimId, before: change.before, after: change.after, undoes: null, hash: '', previousHash: null,
}))
/** What people see: live records, without the counting version. */
const seen = (state: ReviewState) => [state.claims, state.claimNotes, state.evidence, state.comments].map((records) =>
  records.filter((record) => record.deletedAt === null).map((record) => ({ ...record, version: 0 })).sort((a, b) => (a.id < b.id ? -1 : 1)))

const DECISIONS: DecisionInput[] = [
  { kind: 'set-status', claimId: opened.id, version: 1, status: 'waived', reason: 'Known' },
  { kind: 'edit-statement', claimId: weighs.id, version: 1, statement: 'It is heavy.' },
  { kind: 'set-extent', claimId: weighs.id, version: 1, span: { start: 0, end: weighs.span.end } },
  { kind: 'split', claimId: weighs.id, version: 1, at: weighs.span.start + 24 },
  { kind: 'merge', claimId: opened.id, version: 1, withId: weighs.id, withVersion: 1 },
  { kind: 'merge', claimId: weighs.id, version: 1, withId: opened.id, withVersion: 1 },
  { kind: 'delete-claim', claimId: weighs.id, version: 1 },
  { kind: 'add-claim', span: { start: weighs.span.start, end: weighs.span.start + 23 } },
  { kind: 'take-away-evidence', evidenceId: 'e', confirmed: true },
  { kind: 'set-source-result', claimId: opened.id, version: 1, noteId: one.id, result: 'supports' },
  { kind: 'add-comment', claimId: opened.id, text: 'Hm' },
  { kind: 'attach-evidence', claimId: opened.id, stance: 'supports', source: { kind: 'reference', reference: 'A book' } },
]

describe('taking back', () => {
  test.each(DECISIONS.map((decision) => [decision.kind, decision] as const))('%s and doing it again', (_kind, decision) => {
    const done = decideOn(base, decision)
    const then = after(base, done)
    const back = reverseAct(eventsOf(done), then, 'undo', { at: 'later' })
    expect(seen(after(then, back))).toEqual(seen(base))
    const again = reverseAct(eventsOf(back), after(then, back), 'redo', { at: 'later still' })
    expect(seen(after(after(then, back), again))).toEqual(seen(then))
    // A version never goes back: what was read before the act is stale after it, undone or not.
    for (const change of [...back, ...again]) if (change.entity === 'claim') expect(change.after.version).toBeGreaterThan(change.before?.version ?? 0)
  })
  test('is refused when another act changed the record since', () => {
    const done = decideOn(base, DECISIONS[0]!)
    const then = after(base, done)
    const since = after(then, decideOn(then, { kind: 'set-status', claimId: opened.id, version: 2, status: 'querying' }))
    expect(() => reverseAct(eventsOf(done), since, 'undo', { at: '' })).toThrow(expect.objectContaining({ code: 'conflict' }))
  })
  test('a verdict that it leaves without support goes to check again', () => {
    const attached = decideOn(base, DECISIONS.at(-1)!)
    const then = after(base, attached)
    const verified = after(then, decideOn(then, { kind: 'set-status', claimId: opened.id, version: 1, status: 'verified' }))
    const back = reverseAct(eventsOf(attached), verified, 'undo', { at: 'later' })
    expect(after(verified, back).claims[0]).toMatchObject({ status: 'recheck', version: 3 })
  })
})

test('numbers are new, near and never used twice', () => {
  expect(nextNumber(['64', '65'], '64')).toBe('64a')
  expect(nextNumber(['64', '64a', '65'], '64a')).toBe('64b')
  expect(nextNumber(['1'], null)).toBe('0a')
  fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
    const numbers = ['7']
    for (let index = 0; index < count; index += 1) numbers.push(nextNumber(numbers, numbers.at(-1) ?? null))
    expect(new Set(numbers).size).toBe(count + 1)
    expect(numbers.every((number) => /^7[a-z]*$/.test(number))).toBe(true)
  }))
})

test('equal records are one text, whatever wrote them', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
    const turned = Object.fromEntries(Object.entries(record).reverse())
    expect(canonical(turned)).toBe(canonical(record))
    expect(JSON.parse(canonical(record))).toEqual(JSON.parse(JSON.stringify(record)))
  }))
  expect(canonical({ a: undefined, b: 1 })).toBe(canonical({ b: 1 }))
})
