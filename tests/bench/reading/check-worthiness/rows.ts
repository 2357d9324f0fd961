import { factsOfSentence } from '#shared/facts/index.ts'
import { AssertionOver, type Assertion } from '#shared/extract/assertion.ts'
import { tokenise } from '#shared/segment/tokens.ts'
import { sharedMaterial } from '../../../support/shared-material.ts'

export interface Labelled { text: string; isWorthy: boolean }

/** A set of the debates (ClaimBuster, CheckThat! 2024): one sentence a row, quoted where it holds quotation marks. Null where the material is absent. */
export function labelledSentences(name: 'train' | 'dev'): Labelled[] | null {
  const bytes = sharedMaterial(`data/check-worthiness/${name}.tsv`)
  if (!bytes) return null
  return bytes.toString('utf8').trim().split('\n').slice(1).map((line) => {
    const [, printed = '', label = ''] = line.split('\t')
    return { text: printed.startsWith('"') ? printed.slice(1, -1).replaceAll('""', '"') : printed, isWorthy: label.trim() === 'Yes' }
  })
}

/** A sentence as the assertion that reading would make of the whole of it. */
export function assertionOf(text: string): Assertion {
  const tokens = tokenise(text)
  return new AssertionOver(text, tokens, { start: 0, end: text.length }, [0, tokens.count], factsOfSentence(text), false, [], null)
}
