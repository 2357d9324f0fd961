import { describe, expect, it } from 'vitest'
import { cite, codes, kinds } from './cite.ts'

/** A list of works stands in the second half of a text. */
const LIST = `

${'Nothing is cited in this paragraph of the article. '.repeat(20)}

References

Brown, A., Green, B., & White, C. (2018). Wages. Journal of Work, 3(2), 4–5.

Jones, K., & Lee, L. (2020a). Output. Press.

Jones, K., & Lee, L. (2020b). More output. Press.

Müller, Jörg. 2017. Arbeit. Berlin: Springer.

Smith, Jane. 2019. Growth. New York: Penguin.

World Bank. 2015. World Development Report. Washington, DC: World Bank.
`
const joined = (sentence: string): [string, string | undefined, string | null][] => cite(sentence + LIST).citations.map(({ label, source, pinpoint }) => [label, source?.title, pinpoint])

describe('author and year', () => {
  it.each<[string, [string, string, string | null][]]>([
    ['It grew (Smith 2019).', [['Smith 2019', 'Growth', null]]],
    ['It grew (Smith, 2019, p. 14).', [['Smith 2019', 'Growth', 'p. 14']]],
    ['It grew (Smith 2019: 14–16).', [['Smith 2019', 'Growth', '14–16']]],
    ['It grew (see Smith 2019, 14; Jones and Lee 2020a, ch. 3; cf. Brown et al., 2018).', [['Smith 2019', 'Growth', '14'], ['Jones and Lee 2020a', 'Output', 'ch. 3'], ['Brown et al. 2018', 'Wages', null]]],
    ['It grew (Jones & Lee, 2020b).', [['Jones and Lee 2020b', 'More output', null]]],
    ['It grew (Jones and Lee 2020a, b).', [['Jones and Lee 2020a', 'Output', null], ['Jones and Lee 2020b', 'More output', null]]],
    ['As Smith (2019) shows, it grew.', [['Smith 2019', 'Growth', null]]],
    ['As Smith (2019, 14) and Brown et al. (2018) show, it grew.', [['Smith 2019', 'Growth', '14'], ['Brown et al. 2018', 'Wages', null]]],
    ['Smith’s (2019) figures are high.', [['Smith 2019', 'Growth', null]]],
    ['The World Bank (2015) counted them.', [['World Bank 2015', 'World Development Report', null]]],
    ['It grew (World Bank 2015).', [['World Bank 2015', 'World Development Report', null]]],
    ['It grew (Muller 2017).', [['Muller 2017', 'Arbeit', null]]],
  ])('%s', (sentence, works) => expect(joined(sentence)).toEqual(works))

  it.each([
    'It fell (2015). It rose (May 2015). It stood (GDP 2019).', 'In Paris (2015) they met.', 'Parasite (2019) won.', 'The meeting (Stockholm, 1972) failed.', 'She (born 1950) and he (1950–2019) knew.',
    'It opened (since 2007). It closed (early 2021). It ran (Q3 2022).', 'The Treaty of Rome (1957) held.', 'Sales (Windows 2000) rose (World Cup 2018).', 'It rose (Table 2019).',
  ])('is not: %s', (sentence) => {
    expect(kinds(sentence)).toEqual([])
    expect(kinds(sentence + LIST)).toEqual([])
  })
  it('needs no bibliography where its form leaves no doubt', () => {
    expect(kinds('It grew (Smith 2019, p. 14). It fell (Smith et al. 2020).')).toEqual([['author-date', 'Smith 2019'], ['author-date', 'Smith et al. 2020']])
  })
  it('that the bibliography lacks, and works that are never cited, are kept and told', () => {
    const text = `It grew (Smith 2019; Black 2001, 3).${LIST}`
    expect(cite(text).citations.map(({ label, definition }) => [label, definition !== null])).toEqual([['Smith 2019', true], ['Black 2001', false]])
    expect(codes(text)).toEqual(['missing-work', 'uncited-work', 'uncited-work', 'uncited-work', 'uncited-work', 'uncited-work'])
    expect(cite(text).orphans.map(({ label }) => label.slice(0, 6))).toEqual(['Brown,', 'Jones,', 'Jones,', 'Müller', 'World '])
  })
  it('carries what stands before it; a name that opens the sentence, the sentence', () => {
    expect(cite(`One. Two (Smith 2019). Brown et al. (2018) found three. Four (Jones and Lee 2020a).${LIST}`).carried).toEqual(['One. Two', 'Brown et al. (2018) found three.', 'Four'])
  })
  it('the family name may stand first', () => {
    expect(cite(`Wang Xiaoming (2014) shows that it grew.${LIST}\nWang, Xiaoming. 2014. Prices. Beijing: Press.\n`).citations.map(({ label, source }) => [label, source?.title])).toEqual([['Wang 2014', 'Prices']])
  })
  it('two works in one bracket leave no doubt, two games do', () => {
    expect(kinds('It fell (van der Berg 2018; de Souza 2017).').map(([, label]) => label)).toEqual(['van der Berg 2018', 'de Souza 2017'])
    expect(kinds('They won twice (Beijing 2008; London 2012).')).toEqual([])
  })
  it('a bibliography longer than its text is one', () => {
    expect(cite(`It grew (Smith 2019).\n\nReferences\n\n${['Doe, J. 2001. First. Press.', 'Roe, M. 2003. Second. Press.', 'Smith, Jane. 2019. Growth. Penguin.'].join('\n\n')}`).citations.map(({ source }) => source?.title)).toEqual(['Growth'])
  })
  it('entries typed line by line are told apart', () => {
    const { citations } = cite(`It grew (Smith 2019). It fell (Doe 2001).\n\n${'Nothing is cited here. '.repeat(10)}\n\nReferences\n\nDoe, J. (2001). First. Press.\nSmith, Jane. 2019. Growth.\nNew York: Penguin.`)
    expect(citations.map(({ text }) => text)).toEqual(['Smith, Jane. 2019. Growth. New York: Penguin.', 'Doe, J. (2001). First. Press.'])
  })
})

describe('sources written in brackets', () => {
  it.each<[string, string[]]>([
    ['He said so. [Bakunin on Anarchism, pp. 263-4]', ['Bakunin on Anarchism, pp. 263-4']],
    ['He said so. [quoted by Edwards, The Commune, p. 5 and p. 6]', ['quoted by Edwards, The Commune, p. 5 and p. 6']],
    ['He said so (Smith, The Growth of Output, p. 14).', ['Smith, The Growth of Output, p. 14']],
    ['It was free ("the form" [Kropotkin, Evolution, p. 163]).', ['Kropotkin, Evolution, p. 163']],
    ['He [sic] did [as I said] show[ed] it [my emphasis] in [1871] (see page 4) (p. 12).', []],
  ])('%s', (sentence, found) => expect(kinds(sentence)).toEqual(found.map((label) => ['source-in-text', label])))

  it('repeat a work by op. cit. and ibid., in round brackets too', () => {
    const { citations } = cite('A. [Peter Kropotkin, Words of a Rebel, p. 97] B. [Op. Cit., p. 74] C. [Emma Goldman, Anarchism, p. 2] D. [Kropotkin, Op. Cit., p. 163] E (ibid., 12). F (p. 13).')
    expect(citations.map(({ ibidOf, pinpoint, source }) => [ibidOf?.slice(0, 5) ?? null, pinpoint, source?.title])).toEqual([
      [null, 'p. 97', 'Words of a Rebel'], ['Peter', 'p. 74', 'Words of a Rebel'], [null, 'p. 2', 'Anarchism'], ['Peter', 'p. 163', 'Words of a Rebel'], ['Peter', '12', 'Words of a Rebel'], ['Peter', 'p. 13', 'Words of a Rebel'],
    ])
  })
  it('that repeat nothing are told', () => expect(codes('A. [Op. Cit., p. 74]')).toEqual(['ibid-unresolved']))
})
