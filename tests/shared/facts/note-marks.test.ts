import { expect, test } from 'vitest'
import { readDocument } from '../../../server/importers/index.ts'
import { analyse } from '../../../shared/pipeline.ts'

const numbersIn = async (text: string, name: string) => {
  const { document } = await readDocument(new TextEncoder().encode(text), { name })
  return analyse(document).facts.flatMap((fact) => (fact.kind === 'number' ? [document.text.slice(fact.span.start, fact.span.end)] : []))
}

test('a note’s figure glued to a number is no part of the number', async () => {
  expect(await numbersIn('# Ships\n\nThe yard built 2018.[^1] It employed 4,100[^2] people.\n\n[^1]: A. Author, Ships, 2019.\n[^2]: B. Author, Yards, 2020.\n', 'ships.md')).toEqual(['4,100'])
  expect(await numbersIn('<html><body><article><h1>Ships</h1><p>The yard employed 4,100<sup><a href="#n1">1</a></sup> people and launched 12 ships in all that time.</p><ol><li id="n1">A. Author, Ships, 2019.</li></ol></article></body></html>', 'ships.html')).toEqual(['4,100', '12'])
})

test('the figures of two notes that touch are none', async () => {
  expect(await numbersIn('# Ships\n\nThe yard built ships.[^15][^16] It employed 4,100 people.\n\n[^15]: A. Author, Ships, 2019.\n[^16]: B. Author, Yards, 2020.\n', 'ships.md')).toEqual(['4,100'])
})

test('a note’s number that lost its raised place is no figure', async () => {
  const text = '# Ships\n\nThe yard employed 40 people in all those years.1 It closed “for good and all.”2 Nobody was told of the closing,3 the mayor wrote.\n\n## Notes\n\n1. A. Author, Ships, 2019.\n2. B. Author, Yards, 2020.\n3. C. Author, Towns, 2021.\n'
  expect(await numbersIn(text, 'ships.md')).toEqual(['40'])
})

test('a source told in the text whose title opens with a number is no note’s number', async () => {
  const { document } = await readDocument(new TextEncoder().encode('# Ships\n\nThe page is adapted from this source.\n\n[5.1 Ships of Harrow Bay](https://example.org/5.1) by [Ann Lind](https://example.org/lind), used by all of them.\n'), { name: 'ships.md' })
  expect(analyse(document).facts.flatMap((fact) => (fact.kind === 'name' ? [document.text.slice(fact.span.start, fact.span.end)] : []))).toEqual(['Ships of Harrow Bay', 'Ann Lind'])
})
