import { describe, expect, it } from 'vitest'
import type { CslItem } from '#shared/citations/citation.ts'
import { readNote, splitWorks } from '#shared/citations/parse-note.ts'

const issued = (...parts: number[]) => ({ 'date-parts': [parts] })
const who = (...names: [string, string][]) => names.map(([family, given]) => ({ family, given }))
const [SMITH, DOE] = [who(['Smith', 'Jane']), who(['Doe', 'John'])]

/** By style: the note, what it says in CSL-JSON, where in the work. All written for this test. */
const STYLES: Record<string, [note: string, source: Partial<CslItem> | null, pinpoint?: string | null][]> = {
  'Chicago, notes': [
    ['Jane Smith, The Growth of Output (New York: Penguin, 2018), 45.', { type: 'book', author: SMITH, title: 'The Growth of Output', 'publisher-place': 'New York', publisher: 'Penguin', issued: issued(2018) }, '45'],
    ['Jane Smith and John Doe, Growth: A History, 2nd ed. (Oxford: Oxford University Press, 2018), 45–47.', { author: [...SMITH, ...DOE], title: 'Growth: A History', edition: '2nd', publisher: 'Oxford University Press' }, '45–47'],
    ['Jane Smith, “Output and Prices,” Journal of Growth 37, no. 1 (2007): 97–102, https://doi.org/10.1017/S0025.', { type: 'article-journal', author: SMITH, title: 'Output and Prices', 'container-title': 'Journal of Growth', volume: '37', issue: '1', page: '97–102', DOI: '10.1017/S0025', issued: issued(2007) }],
    ['Leo Tolstoy, War and Peace, trans. Anthony Briggs (London: Penguin, 2005), 45.', { title: 'War and Peace', translator: who(['Briggs', 'Anthony']), issued: issued(2005) }, '45'],
    ['Jane Smith, ed., The Growth Reader (Oxford: Oxford University Press, c. 1990), 3.', { editor: SMITH, title: 'The Growth Reader', issued: { 'date-parts': [[1990]], circa: true } }, '3'],
    ['Jane Smith, “Output of Growth” (PhD diss., Harvard University, 2003), 44.', { type: 'thesis', title: 'Output of Growth', publisher: 'Harvard University', issued: issued(2003) }, '44'],
    ['“Growth Slows,” New York Times, June 1, 2018, A1.', { type: 'article-newspaper', title: 'Growth Slows', 'container-title': 'New York Times', issued: issued(2018, 6, 1), page: 'A1' }, 'A1'],
    ['Telegram, Smith to Jones, 3 May 1945, National Archives, RG 59, box 12, folder 3.', { type: 'manuscript', title: 'Telegram, Smith to Jones', archive: 'National Archives', archive_location: 'RG 59, box 12, folder 3', issued: issued(1945, 5, 3) }],
    ['J. M. Keynes, A Treatise on Money (London: Macmillan, 1930), vol. 2, ch. 3.', { author: who(['Keynes', 'J. M.']), volume: '2', issued: issued(1930) }, 'ch. 3'],
    ['Jane Smith, \'Growth and Output\', Journal of Growth, 12:3 (1999), 23-45, at p. 30.', { title: 'Growth and Output', 'container-title': 'Journal of Growth', volume: '12', issue: '3', page: '23-45' }, 'p. 30'],
  ],
  MLA: [
    ['Smith, Jane. The Growth of Output. Penguin, 2018.', { type: 'book', author: SMITH, title: 'The Growth of Output', publisher: 'Penguin', issued: issued(2018) }],
    ['Smith, Jane. “Output.” Journal of Growth, vol. 3, no. 2, 2018, pp. 1–20.', { title: 'Output', 'container-title': 'Journal of Growth', volume: '3', issue: '2', page: '1–20' }],
    ['Smith, Jane, and John Doe. “Output.” The Growth Reader, edited by Anna Roe, Penguin, 2018, pp. 1–20.', { type: 'chapter', author: [...SMITH, ...DOE], title: 'Output', 'container-title': 'The Growth Reader', editor: who(['Roe', 'Anna']), publisher: 'Penguin' }],
  ],
  APA: [
    ['Smith, J. A., & Doe, R. (2019). The growth of output. Journal of Growth, 3(2), 4–5.', { type: 'article-journal', author: who(['Smith', 'J. A.'], ['Doe', 'R.']), title: 'The growth of output', 'container-title': 'Journal of Growth', volume: '3', issue: '2', page: '4–5', issued: issued(2019) }],
    ['Smith, J. (Spring 2018). A work. Quarterly Review, 12, 3–9.', { title: 'A work', volume: '12', page: '3–9', issued: { 'date-parts': [[2018]], season: 1 } }],
    ['Smith, J. (n.d.). An undated page. https://example.org/page', { type: 'webpage', title: 'An undated page', issued: { literal: 'n.d.' }, URL: 'https://example.org/page' }],
    ['Ministry of Business, Innovation and Employment (2016). Annual Report. Wellington: MBIE.', { author: [{ literal: 'Ministry of Business, Innovation and Employment' }], title: 'Annual Report', 'publisher-place': 'Wellington', publisher: 'MBIE' }],
    ['World Bank. 2015. World Development Report. Washington, DC: World Bank.', { author: [{ literal: 'World Bank' }], title: 'World Development Report', 'publisher-place': 'Washington, DC' }],
  ],
  Vancouver: [['Smith JA, Jones B. Title of article. N Engl J Med. 2019;380(2):123-130.', { author: who(['Smith', 'JA'], ['Jones', 'B']), title: 'Title of article', 'container-title': 'N Engl J Med', volume: '380', issue: '2', page: '123-130' }]],
  Bluebook: [
    ['Roe v. Wade, 410 U.S. 113, 116 (1973).', { type: 'legal_case', title: 'Roe v. Wade', volume: '410', 'container-title': 'U.S.', page: '113', issued: issued(1973) }, '116'],
    ['42 U.S.C. § 1983 (2018).', { type: 'legislation', 'container-title': 'U.S.C.', number: '1983' }],
    ['Jane Smith, The Law of Output, 102 Yale L.J. 123, 130 (1992).', { type: 'article-journal', author: SMITH, title: 'The Law of Output', 'container-title': 'Yale L.J.', volume: '102' }, '130'],
  ],
  'catalogue templates': [
    ['Smith, Cyndi M.; Cooke, Fred (2000). "Pair Bonds in Ducks". The Condor. 102 (1): 201–205. doi:10.1093/condor/102.1.201. hdl:10315/13797.', { author: who(['Smith', 'Cyndi M.'], ['Cooke', 'Fred']), title: 'Pair Bonds in Ducks', 'container-title': 'The Condor', volume: '102', issue: '1', page: '201–205', DOI: '10.1093/condor/102.1.201', note: 'hdl:10315/13797' }],
    ['Clark, Ross (1994). "The Evidence". In Sutton, Douglas (ed.). The Origins. Auckland: Auckland University Press. pp. 123–135. ISBN 978-0300138139. Archived from the original on 2 May 2018. Retrieved 7 January 2019.', { type: 'chapter', title: 'The Evidence', editor: who(['Sutton', 'Douglas']), 'container-title': 'The Origins', 'publisher-place': 'Auckland', page: '123–135', ISBN: '978-0300138139', archive: 'archived copy', accessed: issued(2019, 1, 7), issued: issued(1994) }, 'pp. 123–135'],
    ['World Economic Outlook. International Monetary Fund. April 2018. p. 63.', { title: 'World Economic Outlook', publisher: 'International Monetary Fund', issued: issued(2018, 4), page: '63' }, 'p. 63'],
    ['"A page". www.example.org. Retrieved 2018-04-27.', { type: 'webpage', title: 'A page', URL: 'www.example.org', accessed: issued(2018, 4, 27) }],
  ],
  'Chinese notes': [
    ['人民日报，《关于科技创新》，2016年3月30日', { title: '关于科技创新', publisher: '人民日报', issued: issued(2016, 3, 30) }],
    ['王小明：《制造业的转型》，《经济研究》2016年第3期，第12—15页。', { type: 'article-journal', author: [{ literal: '王小明' }], title: '制造业的转型', 'container-title': '经济研究', issue: '3', page: '12—15' }, '第12—15页'],
    ['张三, 李四. 经济增长研究[J]. 经济研究, 2019, 54(3): 12-25.', { author: [{ literal: '张三' }, { literal: '李四' }], title: '经济增长研究', 'container-title': '经济研究', volume: '54', issue: '3', page: '12-25' }],
    ['张三. 经济史[M]. 北京: 人民出版社, 2005: 33.', { type: 'book', title: '经济史', 'publisher-place': '北京', publisher: '人民出版社' }, '33'],
  ],
  'older books': [
    ['New Voyages, London, 1703, vol. 2, pp. 47, 48.', { title: 'New Voyages', 'publisher-place': 'London', volume: '2', page: '47, 48', issued: issued(1703) }, 'pp. 47, 48'],
    ['History of the Indians, London [1843(?)], pp. 143,144.', { title: 'History of the Indians', 'publisher-place': 'London', issued: { 'date-parts': [[1843]], circa: true } }, 'pp. 143,144'],
  ],
  'offices and agencies': [
    ['Technology Neutrality, Office of Mgmt. & Budget, Exec. Office of the President, January 7, 2011.', { title: 'Technology Neutrality', publisher: 'Office of Mgmt. & Budget, Exec. Office of the President', issued: issued(2011, 1, 7) }],
    ['National Bureau of Statistics, China Yearbook 2019, Beijing, 2019.', { author: [{ literal: 'National Bureau of Statistics' }], title: 'China Yearbook 2019', 'publisher-place': 'Beijing' }],
    ['Interview with the author, Beijing, 3 May 2019.', { type: 'interview', issued: issued(2019, 5, 3) }],
  ],
  'the web and newspapers': [
    ['"Output falls". The Example Herald. London. 3 March 2018. Archived from the original on 5 May 2018. Retrieved 6 June 2019.', { type: 'article-newspaper', 'container-title': 'The Example Herald', 'publisher-place': 'London', issued: issued(2018, 3, 3), accessed: issued(2019, 6, 6) }],
    ['"Output by country". Stats Office. Retrieved 14 April 2016.', { type: 'webpage', 'container-title': 'Stats Office', accessed: issued(2016, 4, 14) }],
    ['"Output falls". Example.co.nz. Example NZ. Retrieved 14 April 2016.', { 'container-title': 'Example.co.nz', publisher: 'Example NZ' }],
    ['“Prices,” Example Site, last modified March 1, 2016, https://example.org/p.', { 'container-title': 'Example Site', issued: issued(2016, 3, 1) }],
    ['Roe, Mary (2011). The Duck Book. Example & Daughters. ISBN 9780557901562.', { type: 'book', publisher: 'Example & Daughters', ISBN: '9780557901562' }],
    ['OECD (2018), Outlook of Output, Example Publishing, Paris, https://doi.org/10.1787/xyz-en.', { title: 'Outlook of Output', publisher: 'Example Publishing', 'publisher-place': 'Paris', DOI: '10.1787/xyz-en' }],
  ],
  'other languages': [
    ['Jean Dupont, « Croissance : une histoire », Revue des prix, vol. 12, n° 3, 2015, p. 45-67.', { author: who(['Dupont', 'Jean']), 'container-title': 'Revue des prix', volume: '12', issue: '3', page: '45-67' }],
    ['José García, El crecimiento, Madrid, Ejemplo, 2012, p. 45.', { author: who(['García', 'José']), title: 'El crecimiento', 'publisher-place': 'Madrid', publisher: 'Ejemplo' }, 'p. 45'],
    ['《关于印发〈产量计划〉的通知》，2015年5月8日。', { title: '关于印发〈产量计划〉的通知', issued: issued(2015, 5, 8) }],
  ],
  'what stands behind, between and in brackets': [
    ['National Archives (UK), FO 371/2345, Smith to Jones, 14 March 1939.', { type: 'manuscript', title: 'Smith to Jones', archive: 'National Archives (UK)', archive_location: 'FO 371/2345' }],
    ['Statistical Tables, 2010 (Boston: Example Press, 2011), 44.', { issued: issued(2011), publisher: 'Example Press' }, '44'],
    ['The Rising of 1871: A View, Jane Smith (ed.), p. 164', { title: 'The Rising of 1871: A View', editor: SMITH }, 'p. 164'],
    ['Roe, M. (2018). A chapter. In P. Brown & A. White (Eds.), Handbook of output (pp. 33–50). Springer.', { type: 'chapter', editor: who(['Brown', 'P.'], ['White', 'A.']), 'container-title': 'Handbook of output', publisher: 'Springer' }],
    ['Brown, P., & White, A. (2020). Book of output (3rd ed.). Sage.', { title: 'Book of output', edition: '3rd', publisher: 'Sage' }],
    ['Murray PR, Rosen KS. Medicine of output. 4th ed. St. Louis: Example; 2002.', { author: who(['Murray', 'PR'], ['Rosen', 'KS']), title: 'Medicine of output', 'publisher-place': 'St. Louis', publisher: 'Example' }],
    ['Output Organization. Report on output. Geneva: OO; 2019.', { author: [{ literal: 'Output Organization' }], title: 'Report on output', publisher: 'OO' }],
    ['Jane Smith, “Output,” Proc. Example Soc., vol. 3, no. 2, pp. 45–50, Mar. 2015.', { author: SMITH, 'container-title': 'Proc. Example Soc', volume: '3', issue: '2' }],
    ['Harris, L. (2014). Output perceptions (Publication No. 36) [Doctoral dissertation, University of Texas].', { type: 'thesis', title: 'Output perceptions', number: '36' }],
    ['Smith, The Growth, p. 5 and p. 6', { page: '5, 6' }],
  ],
  'a place alone': [['Art. 119.', null, 'Art. 119'], ['Part X Sections III and IV and Art. 243.', null, 'Part X Sections III and IV and Art. 243'], ['Arts. 135–137 (b).', null, 'Arts. 135–137 (b)']],
  'remarks that name no work': [
    ['Covered offices should ensure access to these services.', null], ['In 1913 there were 25,843 emigrants from the north.', null], ['They were treated alike at a later date where it was required.', null],
    ['This is an important criterion because we are trying to produce, amongst other things, a free system.', null], ['“God Save the King” is officially an anthem but is sung only on royal occasions.', null], ['Of 86,403 people that replied, 64% use it at home.', null],
  ],
}

describe.each(Object.entries(STYLES))('%s', (_style, rows) => {
  it.each(rows)('%s', (note, source, pinpoint) => {
    const [work] = readNote(note)
    if (source === null) expect(work).toMatchObject({ source: null, rest: pinpoint ? '' : note })
    else expect(work!.source).toMatchObject(source)
    if (pinpoint !== undefined) expect(work!.pinpoint).toBe(pinpoint)
  })
})

describe('what is left over', () => {
  it('is kept', () => expect(readNote('Smith, Jane (2011). "A title". The Journal. He named it so in honour of the king.')[0]!.rest).toContain('He named it so'))
  it('is kept as it is written', () => expect(readNote('Smith, Jane (2011). "A title". The Journal. He named it, in honour of the king, so.')[0]!.rest).toBe('He named it, in honour of the king, so'))
  it('of a remark with an address is the remark', () => expect(readNote('These are the figures that they give us in their list: https://example.org/a')[0]).toMatchObject({ source: { type: 'webpage', URL: 'https://example.org/a' }, rest: expect.stringContaining('These are the figures') }))
})

describe('several works in one note', () => {
  it.each<[string, number]>([
    ['Smith, Growth, 14; Doe, Other, 3.', 2], ['See Jane Smith, Growth (London: Faber, 1999), 3; but cf. Doe, “Doubt,” 7. See also Roe, Third, 9.', 3], ['Visca, Curt; Visca, Kelley (2003). How to Draw. Rosen.', 1],
    ['"Declaration", quoted by George Woodcock, Proudhon, pp. 276-7', 2], ['N Engl J Med. 2019; 380(2): 12.', 1], ['“One; two,” Journal (2001; revised 2003), 4.', 1], ['Jane Smith, Growth (London: Faber, 1999), 3; and Mary Roe, War (Paris: Seuil, 2003).', 2],
  ])('%s', (note, count) => expect(splitWorks(note)).toHaveLength(count))
})
