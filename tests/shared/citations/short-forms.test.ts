import { describe, expect, it } from 'vitest'
import { cite } from './cite.ts'

/** An article with one mark for each note; what each note was resolved to: the note it repeats, where, and the title of its work. */
function resolved(...notes: string[]): [string | null, string | null, string | undefined][] {
  const body = notes.map((_, index) => `Output grew.[${index + 1}]`).join(' ')
  const { citations } = cite(`${body}\n\n${notes.map((note, index) => `[${index + 1}] ${note}`).join('\n\n')}`)
  return citations.map(({ ibidOf, pinpoint, source }) => [ibidOf, pinpoint, source?.title])
}
const BOOK = 'Jane Smith, The Growth of Output: A History (New York: Penguin, 2018), 45.'
const PAPER = 'John Doe, “Wages and Prices,” Journal of Work 3, no. 2 (1999): 12–14.'
const [GROWTH, WAGES] = ['The Growth of Output: A History', 'Wages and Prices']

describe('a note that names its work in short', () => {
  it.each<[string, string | null]>([
    ['Ibid.', null], ['Ibid., 47.', '47'], ['ibid, p. 47', 'p. 47'], ['Id. at 47.', '47'], ['Loc. cit.', null], ['Ibid., vol. 2, p. 3.', 'vol. 2, p. 3'], ['See ibid., pp. 3–9.', 'pp. 3–9'], ['同上，第12页', '第12页'],
    ['Smith, op. cit., p. 47.', 'p. 47'], ['Smith, Growth, 47.', '47'], ['Smith, The Growth of Output, pp. 47–48.', 'pp. 47–48'], ['Smith, Growth of Output, 47.', '47'], ['Smith, 47.', '47'], ['Smith, p. 47.', 'p. 47'],
    ['See note 1 above, 47.', '47'], ['Smith, supra note 1, at 47.', '47'], ['Supra n. 1, p. 47.', 'p. 47'], ['Smith (n 1) 47.', '47'], ['Above, n. 1.', null], ['See n. 1, p. 47.', 'p. 47'], ['The Growth of Output, 47.', '47'],
  ])('%s', (short, pinpoint) => expect(resolved(BOOK, short)[1]).toEqual(['1', pinpoint, GROWTH]))

  it.each<[language: string, notes: string[], resolved: [string | null, string | null, string | undefined][]]>([
    ['German', ['Müller, Hans: Das Wachstum. Berlin 2010, S. 14.', 'Ebd., S. 17.', 'Schmidt, Anna: Preise. Köln 2001.', 'Müller, a. a. O., S. 18.', 'Vgl. Müller, Das Wachstum, S. 20.'], [['1', 'S. 17', 'Das Wachstum'], [null, null, 'Preise'], ['1', 'S. 18', 'Das Wachstum'], ['1', 'S. 20', 'Das Wachstum']]],
    ['Russian', ['Иванов И. И. Рост цен. М.: Наука, 2010. С. 14.', 'Там же. С. 17.', 'Петров П. П. Цены. М.: Наука, 2001.', 'Иванов И. И. Указ. соч. С. 18.'], [['1', 'С. 17', 'Рост цен'], [null, null, 'Цены'], ['1', 'С. 18', 'Рост цен']]],
    ['Chinese', ['王小明：《增长的历史》，北京：人民出版社，2010年，第14页。', '同上，第12页。', '李华：《价格》，上海：上海人民出版社，2001年。', '王小明，前引书，第15页。'], [['1', '第12页', '增长的历史'], [null, null, '价格'], ['1', '第15页', '增长的历史']]],
    ['French', ['Jean Dupont, La Croissance, Paris, Gallimard, 2010, p. 12.', 'Idem, p. 16.', 'Anne Roux, Les Prix, Paris, Seuil, 2001.', 'J. Dupont, op. cit., p. 14.'], [['1', 'p. 16', 'La Croissance'], [null, null, 'Les Prix'], ['1', 'p. 14', 'La Croissance']]],
    ['Italian', ['A. Rossi, La crescita, Torino, Einaudi, 2010, p. 14.', 'Ivi, p. 15.', 'B. Neri, I prezzi, Roma, Laterza, 2001.', 'A. Rossi, La crescita, cit., p. 16.'], [['1', 'p. 15', 'La crescita'], [null, null, 'I prezzi'], ['1', 'p. 16', 'La crescita']]],
  ])('reads the short forms of %s', (_language, notes, expected) => expect(resolved(...notes).slice(1)).toEqual(expected))
  it('finds the author’s work over others in between', () => {
    expect(resolved(BOOK, PAPER, 'Smith, Growth, 50.', 'Doe, “Wages,” 13.', 'Ibid., 14.', 'Smith, op. cit., 3.', 'Ibid.').map(([of, , title]) => [of, title])).toEqual([
      [null, GROWTH], [null, WAGES], ['1', GROWTH], ['2', WAGES], ['2', WAGES], ['1', GROWTH], ['1', GROWTH],
    ])
  })
  it('is a work of its own when the author’s known works have another title', () => expect(resolved(BOOK, 'Smith, Decline of Output, 50.')[1]).toEqual([null, '50', 'Decline of Output']))
  it('keeps the author with idem', () => {
    const { citations } = cite(`A.[1] B.[2]\n\n[1] ${BOOK}\n\n[2] Idem, Third Book (Paris: Seuil, 2004), 8.`)
    expect(citations[1]!.source).toMatchObject({ author: [{ family: 'Smith', given: 'Jane' }], title: 'Third Book' })
  })
  it('of several works keeps each with its place', () => {
    const { citations } = cite(`A.[1] B.[2] C.[3] D.[4]\n\n[1] ${BOOK}\n\n[2] ${PAPER}\n\n[3] See Smith, Growth, 61; Doe, “Wages,” 16; Anna Roe, Other (London: Faber, 2001), 3.\n\n[4] Ibid., 4.`)
    expect(citations[2]!.sources!.map(({ source, pinpoint, ibidOf }) => [source?.title, pinpoint, ibidOf])).toEqual([[GROWTH, '61', '1'], [WAGES, '16', '2'], ['Other', '3', null]])
    expect(citations[3]).toMatchObject({ ibidOf: '3', pinpoint: '4', source: { title: 'Other' } })
  })
  it('goes by the notes of its own section where numbering restarts', () => {
    const { citations } = cite('# One\n\nA.[1] B.[2]\n\n[1] Jane Smith, First (London: Faber, 2001).\n[2] Ibid., 3.\n\n# Two\n\nA.[1] B.[2] C.[3]\n\n[1] John Doe, Second (London: Faber, 2002).\n[2] Ibid., 4.\n[3] See n. 1 above, p. 9.')
    expect(citations.map(({ source, pinpoint }) => [source?.title, pinpoint])).toEqual([['First', null], ['First', '3'], ['Second', null], ['Second', '4'], ['Second', 'p. 9']])
  })
  it('by author and year takes the work from the bibliography', () => {
    const filler = 'Nothing is cited in this paragraph. '.repeat(12)
    const { citations } = cite(`Ducks fly.[1] They swim.[2]\n\n${filler}\n\nNotes\n\n[1] Carboneras 1992, p. 536.\n\n[2] Kear 2005.\n\nBibliography\n\nCarboneras, Carlos (1992). Family Anatidae. Lynx Edicions.\n\nKear, Janet (2005). Ducks, Geese and Swans. Oxford University Press.`)
    expect(citations.map(({ source, pinpoint }) => [source?.title, pinpoint])).toEqual([['Family Anatidae', 'p. 536'], ['Ducks, Geese and Swans', null]])
  })
  it('is not: a remark that begins like one', () => {
    expect(resolved(BOOK, 'Note that 7 of them left.', 'Same-sex couples are counted since 2001.', 'Identical figures are given by the bank.').map(([of]) => of)).toEqual([null, null, null, null])
  })
})

describe('“ibid” with a number and no comma', () => {
  it('means a note where each such number is that of a note with a work of its own', () => {
    expect(resolved(BOOK, PAPER, 'ibid 1.', 'ibid 1', 'ibid 2.').slice(2)).toEqual([['1', null, GROWTH], ['1', null, GROWTH], ['2', null, WAGES]])
  })
  it.each<[string, string[]]>([['one number is no note’s', ['ibid 1.', 'ibid 47.', 'ibid 2.']], ['there are only two', ['ibid 1.', 'ibid 2.']], ['one stands behind its mark', ['ibid 1.', 'ibid 9.', 'ibid 2.']], ['a comma stands between', ['Ibid., 1.', 'Ibid., 1.', 'Ibid., 2.']]])('means a page where %s', (_why, notes) => {
    expect(resolved(BOOK, PAPER, ...notes).slice(2).every(([of, pinpoint, title]) => of === '2' && pinpoint !== null && title === WAGES)).toBe(true)
  })
})
