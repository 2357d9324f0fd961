import { expect, it } from 'vitest'
import { mainVerbOf } from '#shared/extract/main-verb.ts'
import { classifySigns } from '#shared/extract/signs.ts'
import { classifyWords } from '#shared/extract/words.ts'
import { tokenise } from '#shared/segment/tokens.ts'

it.each([
  ['Exports rose in 2019.', 'past'],
  ['When prices fell, the ministry must act.', 'duty'],
  ['Unlike reporting that covers events, this branch seeks to reveal them.', 'other'],
  // A verb in brackets is the main one only where there is no other.
  ['By using the rights (defined below), you accept the terms.', 'other'],
  ['The second edition (published in Paris).', 'past'],
  // Verbs that the lists do not know are guessed from what follows them, where no other verb is found.
  ['The fellow frets about the future.', 'other'],
  ['The editors further subcontract their power.', 'other'],
  ['A list of the towns of the league.', 'none'],
  ['Licensor means the person who grants the rights.', 'means'],
])('%s has a main verb that says: %s', (text, expected) => {
  const tokens = tokenise(text)
  expect(mainVerbOf(tokens, classifyWords(tokens), classifySigns(tokens), 0, tokens.count).verb).toBe(expected)
})
