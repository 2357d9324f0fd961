import { describe, expect, it } from 'vitest'
import { scoreOf, weighWords } from '#shared/extract/check-worthiness/model.ts'
import { MODEL_VERSION, termsOf } from '#shared/extract/check-worthiness/terms.ts'
import { SIGNALS, TERMS, WEIGHTS_VERSION } from '#shared/extract/check-worthiness/weights.ts'
import { signals } from '#shared/extract/signals/index.ts'
import { weigh, weighLogOdds } from '#shared/extract/weigh.ts'
import { tokenise } from '#shared/segment/tokens.ts'
import { assertionOf } from '../../bench/reading/check-worthiness/rows.ts'

const weighed = (text: string): ReturnType<typeof weigh> => weigh(assertionOf(text))

describe('check-worthiness', () => {
  it('ranks what can be looked up above talk', () => {
    const sentences = ['Unemployment fell from 10 percent to 4 percent in 2016.', 'He voted against the bill three times.', 'I think we should all be proud of that.', 'What will you do?']
    const [figures, vote, pride, question] = sentences.map((text) => weighed(text).score)
    expect(Math.min(figures!, vote!)).toBeGreaterThan(0.9)
    expect(Math.max(pride!, question!)).toBeLessThan(0.1)
  })

  it('is the share of what its reasons weigh, each named', () => {
    const assertion = assertionOf('Unemployment fell to 4 percent in 2016.')
    const { score, reasons } = weigh(assertion)
    expect(score).toBeCloseTo(scoreOf(weighLogOdds(assertion)), 2)
    expect(reasons.map(({ signal }) => signal)).toContain('percentage')
    expect(reasons.at(-1)).toMatchObject({ signal: 'wording', label: expect.stringContaining('“percent”') })
    expect(reasons.reduce((sum, { weight }) => sum + Math.abs(weight), 0)).toBeLessThanOrEqual(1.1)
  })

  it('counts a word once, and nothing of words that no sentence of the training set told of', () => {
    const of = (text: string): number => {
      const tokens = tokenise(text)
      return weighWords(tokens, 0, tokens.count)
    }
    expect(of('zxqv')).toBe(0)
    expect(termsOf(tokenise('It grew, it grew 5'), 0, 6).terms).toEqual(['it', '<s>_it', 'grew', 'it_grew', 'grew_it', '<digit>', 'grew_<digit>', '<digit>_</s>'])
  })
})

describe('the weights', () => {
  it('are of this model and its signals: else run npm run train:check-worthiness', () => {
    expect(WEIGHTS_VERSION).toBe(MODEL_VERSION)
    expect(Object.keys(SIGNALS)).toEqual(signals.filter(({ fixed }) => fixed === undefined).map(({ id }) => id))
  })
  it('hold words and pairs of words, and no more of any sentence', () => {
    const terms = TERMS.flatMap(([, group]) => group.split(' '))
    expect(new Set(terms).size).toBe(terms.length)
    expect(terms.filter((term) => term.split('_').length > 2)).toEqual([])
  })
})
