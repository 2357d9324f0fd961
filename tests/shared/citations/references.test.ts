import { describe, expect, it } from 'vitest'
import type { CslItem } from '#shared/citations/citation.ts'
import { readNote } from '#shared/citations/parse-note.ts'

const on = (...parts: number[]) => ({ 'date-parts': [parts] })
const who = (...names: [string, string][]) => names.map(([family, given]) => ({ family, given }))

/** By style: the note, all that it says in CSL-JSON (null: a remark), where in the work, and what was not understood. All written for this test; what is not written is not told. */
const REFERENCES: Record<string, [note: string, source: CslItem | null, pinpoint: string | null, rest: string][]> = {
  'Courts of California and dockets': [
    ['People v. Roe (1990) 216 Cal.App.3d 1442, 1449.', { type: 'legal_case', title: 'People v. Roe', volume: '216', 'container-title': 'Cal.App.3d', page: '1442', issued: on(1990) }, '1449', ''],
    ['U.S. v. Roe (1st Cir. 2012) 700 F.3d 615, 621.', { type: 'legal_case', title: 'U.S. v. Roe', volume: '700', 'container-title': 'F.3d', page: '615', publisher: '1st Cir.', issued: on(2012) }, '621', ''],
    ['People v. Superior Court (Roe) (1972) 6 Cal.3d 704, 712-13.', { type: 'legal_case', title: 'People v. Superior Court (Roe)', volume: '6', 'container-title': 'Cal.3d', page: '704', issued: on(1972) }, '712-13', ''],
    ['See In re Roe C. (1978) 21 Cal.3d 888, 894.', { type: 'legal_case', title: 'In re Roe C.', volume: '21', 'container-title': 'Cal.3d', page: '888', issued: on(1978) }, '894', ''],
    ['Also see People v. Roe (2009) 47 Cal.4th 145, 163.', { type: 'legal_case', title: 'People v. Roe', volume: '47', 'container-title': 'Cal.4th', page: '145', issued: on(2009) }, '163', ''],
    ['(2003) 540 U.S. 366.', { type: 'legal_case', volume: '540', 'container-title': 'U.S.', page: '366', issued: on(2003) }, null, ''],
    ['In re Example Hotels, Inc., Data Breach Litigation, MDL No. 8:19-md-2879-ABC (D. Md. Jul. 24, 2020), 106.', { type: 'legal_case', title: 'In re Example Hotels, Inc., Data Breach Litigation', number: 'MDL No. 8:19-md-2879-ABC', publisher: 'D. Md.', issued: on(2020, 7, 24) }, '106', ''],
  ],
  'Chicago, author and date': [
    ['Doe, Jan. 1939. The Coast: A Study. Paramaribo: Example Brothers.', { type: 'book', author: who(['Doe', 'Jan']), title: 'The Coast: A Study', 'publisher-place': 'Paramaribo', publisher: 'Example Brothers', issued: on(1939) }, null, ''],
    ['Doe, Jan. 1924. Crafts of the Coast. Washington, DC: U.S. Government Printing Office.', { type: 'book', author: who(['Doe', 'Jan']), title: 'Crafts of the Coast', 'publisher-place': 'Washington, DC', publisher: 'U.S. Government Printing Office', issued: on(1924) }, null, ''],
    ['Doe, H. 2008. A Grammar. Toronto, ON, Canada: Example.', { type: 'book', author: who(['Doe', 'H.']), title: 'A Grammar', 'publisher-place': 'Toronto, ON, Canada', publisher: 'Example', issued: on(2008) }, null, ''],
    ['Goor, Cornelis van. 1903. “Data on the Coast.” Contributions to the Land-, Sea- and Folklore of the Coast 55 (1): 453–529.', { type: 'article-journal', title: 'Data on the Coast', author: who(['Goor', 'Cornelis van']), 'container-title': 'Contributions to the Land-, Sea- and Folklore of the Coast', volume: '55', issue: '1', page: '453–529', issued: on(1903) }, null, ''],
    ['Doe, Anna, and Jane Roe. 1982. “The Sky.” Journal of Stars 68 (1): 105–32.', { type: 'article-journal', title: 'The Sky', author: who(['Doe', 'Anna'], ['Roe', 'Jane']), 'container-title': 'Journal of Stars', volume: '68', issue: '1', page: '105–32', issued: on(1982) }, null, ''],
    ['Doe, Jan. 1882. “A Word List.” In Grammars of the Coast, edited by Jules Roe, Paul Anton Sage, and Lucien Adam, 7–165. Paris: Example.', { type: 'chapter', title: 'A Word List', author: who(['Doe', 'Jan']), 'container-title': 'Grammars of the Coast', editor: who(['Roe', 'Jules'], ['Sage', 'Paul Anton'], ['Adam', 'Lucien']), 'publisher-place': 'Paris', publisher: 'Example', page: '7–165', issued: on(1882) }, null, ''],
    ['Doe, J. 2001. Growth: A History.', { type: 'document', author: who(['Doe', 'J.']), title: 'Growth: A History', issued: on(2001) }, null, ''],
  ],
  'APA, its rarer forms': [
    ['Van Doe, M., Roe, A., & Poe, B. (2007). Strain. The Lancet, 369(9575), 1815-1822.', { type: 'article-journal', author: who(['Van Doe', 'M.'], ['Roe', 'A.'], ['Poe', 'B.']), title: 'Strain', 'container-title': 'The Lancet', volume: '369', issue: '9575', page: '1815-1822', issued: on(2007) }, null, ''],
    ['Doe, A. R. (2019). Strain. Journal of Health, 78(11 Suppl 2), 6.', { type: 'article-journal', author: who(['Doe', 'A. R.']), title: 'Strain', 'container-title': 'Journal of Health', volume: '78', issue: '11 Suppl 2', page: '6', issued: on(2019) }, '6', ''],
    ['Doe, A. R. (2021). Strain at work. Applied Work, 93, 103353.', { type: 'article-journal', author: who(['Doe', 'A. R.']), title: 'Strain at work', 'container-title': 'Applied Work', volume: '93', page: '103353', issued: on(2021) }, null, ''],
  ],
  'what is no page, translator or person': [
    ['Al-Doe, Khalid, Sharh al-Qadi fi al-anwa, Riyadh, 2013.', { type: 'document', author: who(['Al-Doe', 'Khalid']), title: 'Sharh al-Qadi fi al-anwa, Riyadh', issued: on(2013) }, null, ''],
    ['Doe, Khalid, The Stars, Leiden, 1884, pg. 47.', { type: 'book', author: who(['Doe', 'Khalid']), title: 'The Stars', 'publisher-place': 'Leiden', page: '47', issued: on(1884) }, 'pg. 47', ''],
    ['Example Labs Research. “Network Goods,” 24 February 2023.', { type: 'document', author: [{ literal: 'Example Labs Research' }], title: 'Network Goods', issued: on(2023, 2, 24) }, null, ''],
    ['BBC News. “Hotels fined.” Last modified October 30, 2020. https://example.org/a', { type: 'webpage', author: [{ literal: 'BBC News' }], title: 'Hotels fined', URL: 'https://example.org/a', issued: on(2020, 10, 30) }, null, ''],
    ['For a deeper understanding of the poor see Doe, Tim, Adam Roe, and Louise Poe, “Loose and Idle,” Social History, vol. 39, no. 4 (2014), 509-527.', { type: 'article-journal', title: 'Loose and Idle', author: who(['Doe', 'Tim'], ['Roe', 'Adam'], ['Poe', 'Louise']), 'container-title': 'Social History', volume: '39', issue: '4', page: '509-527', issued: on(2014) }, null, ''],
  ],
  'German': [
    ['Vgl. Müller, Hans: Das Wachstum. Eine Geschichte. Beispielverlag, Berlin 2010, S. 14–16.', { type: 'book', author: who(['Müller', 'Hans']), title: 'Das Wachstum. Eine Geschichte', 'publisher-place': 'Berlin', publisher: 'Beispielverlag', page: '14–16', issued: on(2010) }, 'S. 14–16', ''],
    ['Müller, Hans: Das Wachstum. In: Zeitschrift für Preise 12 (2010), H. 3, S. 14–16, hier S. 15.', { type: 'article-journal', author: who(['Müller', 'Hans']), title: 'Das Wachstum', 'container-title': 'Zeitschrift für Preise', volume: '12', page: '14–16', issue: '3', issued: on(2010) }, 'S. 14–16', 'hier S. 15'],
    ['Hans Müller, Das Wachstum, München 2010, S. 14 f.', { type: 'book', author: who(['Müller', 'Hans']), title: 'Das Wachstum', 'publisher-place': 'München', page: '14', issued: on(2010) }, 'S. 14 f', ''],
    ['Siehe Schmidt, Anna (Hrsg.): Handbuch der Preise, 2. Aufl., Stuttgart: Beispiel 2005.', { type: 'book', editor: who(['Schmidt', 'Anna']), title: 'Handbuch der Preise', 'publisher-place': 'Stuttgart', publisher: 'Beispiel', edition: '2', issued: on(2005) }, null, ''],
    ['Müller, Hans/Schmidt, Anna: Preise und Löhne. In: Weber, Karl (Hg.): Wirtschaft heute. Frankfurt a. M. 2001, S. 33–50.', { type: 'chapter', author: who(['Müller', 'Hans'], ['Schmidt', 'Anna']), title: 'Preise und Löhne', editor: who(['Weber', 'Karl']), 'container-title': 'Wirtschaft heute', 'publisher-place': 'Frankfurt a. M.', page: '33–50', issued: on(2001) }, 'S. 33–50', ''],
    ['Statistisches Bundesamt (2019): Preise 2018. Wiesbaden.', { type: 'book', author: [{ literal: 'Statistisches Bundesamt' }], title: 'Preise 2018', 'publisher-place': 'Wiesbaden', issued: on(2019) }, null, ''],
    ['Hans Müller: Preise steigen. In: Beispiel-Zeitung, 3. Mai 2019, S. 5.', { type: 'article-newspaper', author: who(['Müller', 'Hans']), title: 'Preise steigen', 'container-title': 'Beispiel-Zeitung', page: '5', issued: on(2019, 5, 3) }, 'S. 5', ''],
    ['Bundesministerium der Finanzen, Bericht über die Preise, Berlin, Januar 2015, S. 12, https://example.org/b (abgerufen am 3. Mai 2019).', { type: 'webpage', author: [{ literal: 'Bundesministerium der Finanzen' }], title: 'Bericht über die Preise', 'publisher-place': 'Berlin', page: '12', accessed: on(2019, 5, 3), URL: 'https://example.org/b', issued: on(2015, 1) }, 'S. 12', ''],
    ['§ 823 Abs. 1 BGB.', { type: 'legislation', title: 'BGB' }, '§ 823 Abs. 1', ''],
    ['BGH, Urteil vom 3. Mai 2010, Az. I ZR 12/09.', { type: 'legal_case', number: 'I ZR 12/09', issued: on(2010, 5, 3), publisher: 'BGH', genre: 'Urteil' }, null, ''],
  ],
  'French': [
    ['Jean Dupont, La Croissance, Paris, Gallimard, 2010, p. 12-14.', { type: 'book', author: who(['Dupont', 'Jean']), title: 'La Croissance', 'publisher-place': 'Paris', publisher: 'Gallimard', page: '12-14', issued: on(2010) }, 'p. 12-14', ''],
    ['Dupont, Jean, « Croissance et prix », in : Marie Martin (dir.), Économie, Paris, Seuil, 2003, p. 45.', { type: 'chapter', title: 'Croissance et prix', author: who(['Dupont', 'Jean']), editor: who(['Martin', 'Marie']), 'container-title': 'Économie, Paris, Seuil', page: '45', issued: on(2003) }, 'p. 45', ''],
    ['J. Dupont, « La croissance », Revue des prix, n° 3, mars 2010, pp. 12-14.', { type: 'article-journal', title: 'La croissance', author: who(['Dupont', 'J.']), 'container-title': 'Revue des prix', page: '12-14', issue: '3', issued: on(2010, 3) }, 'pp. 12-14', ''],
    ['Cf. Jean Dupont, La Croissance, 2e éd., Paris : PUF, 2010, p. 12.', { type: 'book', author: who(['Dupont', 'Jean']), title: 'La Croissance', 'publisher-place': 'Paris', publisher: 'PUF', edition: '2', page: '12', issued: on(2010) }, 'p. 12', ''],
    ['Le Monde, 3 mai 2019.', { type: 'article-newspaper', 'container-title': 'Le Monde', issued: on(2019, 5, 3) }, null, ''],
    ['Anne Roux, « Les prix montent », Le Monde, 3 mai 2019, p. 5.', { type: 'article-newspaper', title: 'Les prix montent', author: who(['Roux', 'Anne']), 'container-title': 'Le Monde', page: '5', issued: on(2019, 5, 3) }, 'p. 5', ''],
    ['INSEE, Les prix en 2018, février 2019, en ligne : https://example.org/i, consulté le 3 mai 2019.', { type: 'webpage', title: 'INSEE, Les prix en 2018', accessed: on(2019, 5, 3), URL: 'https://example.org/i', issued: on(2019, 2) }, null, ''],
  ],
  'Spanish': [
    ['Juan Pérez, El crecimiento, Madrid, Alianza, 2012, p. 14.', { type: 'book', author: who(['Pérez', 'Juan']), title: 'El crecimiento', 'publisher-place': 'Madrid', publisher: 'Alianza', page: '14', issued: on(2012) }, 'p. 14', ''],
    ['Pérez, Juan (2012): «El crecimiento», Revista de Precios, vol. 3, núm. 2, pp. 14-16.', { type: 'article-journal', title: 'El crecimiento', author: who(['Pérez', 'Juan']), 'container-title': 'Revista de Precios', page: '14-16', issue: '2', volume: '3', issued: on(2012) }, 'pp. 14-16', ''],
  ],
  'Italian': [
    ['A. Rossi, La crescita, Torino, Einaudi, 2010, p. 14.', { type: 'book', author: who(['Rossi', 'A.']), title: 'La crescita', 'publisher-place': 'Torino', publisher: 'Einaudi', page: '14', issued: on(2010) }, 'p. 14', ''],
    ['A. Rossi, La crescita, in «Rivista dei prezzi», 2010, pp. 12-14.', { type: 'article-journal', author: who(['Rossi', 'A.']), title: 'La crescita', page: '12-14', issued: on(2010), 'container-title': 'Rivista dei prezzi' }, 'pp. 12-14', ''],
  ],
  'Russian (ГОСТ)': [
    ['Иванов И. И. Рост цен // Журнал цен. 2010. № 3. С. 14–16.', { type: 'article-journal', author: who(['Иванов', 'И. И.']), issue: '3', title: 'Рост цен', 'container-title': 'Журнал цен', page: '14–16', issued: on(2010) }, 'С. 14–16', ''],
    ['Иванов И. И., Петров П. П. Рост цен. М.: Наука, 2010. 300 с.', { type: 'book', author: who(['Иванов', 'И. И.'], ['Петров', 'П. П.']), title: 'Рост цен', 'publisher-place': 'М.', publisher: 'Наука', issued: on(2010) }, null, ''],
    ['Иванов И.И. История роста. – СПб.: Питер, 2005. – С. 45.', { type: 'book', author: who(['Иванов', 'И.И.']), title: 'История роста', 'publisher-place': 'СПб.', publisher: 'Питер', page: '45', issued: on(2005) }, 'С. 45', ''],
    ['Российская газета. 2019. 3 мая.', { type: 'document', title: 'Российская газета', issued: on(2019, 5, 3) }, null, ''],
    ['ГАРФ. Ф. 5446. Оп. 1. Д. 12. Л. 3.', { type: 'manuscript', archive: 'ГАРФ', archive_location: 'Ф. 5446. Оп. 1. Д. 12. Л. 3' }, null, ''],
  ],
  'IPCC': [
    ['IPCC, 2021: Summary for Output. In: Output Change 2021: The Basis [Smith, J., A. Doe, and B. Roe (eds.)]. Cambridge University Press, Cambridge, United Kingdom and New York, NY, USA, pp. 3–32, doi:10.1017/9781009157896.001.', { type: 'chapter', author: [{ literal: 'IPCC' }], title: 'Summary for Output', editor: who(['Smith', 'J.'], ['Doe', 'A.'], ['Roe', 'B.']), 'container-title': 'Output Change 2021: The Basis', publisher: 'Cambridge University Press', 'publisher-place': 'Cambridge, United Kingdom and New York, NY, USA', page: '3–32', DOI: '10.1017/9781009157896.001', issued: on(2021) }, 'pp. 3–32', ''],
    ['Smith, J., A. Doe, and B. Roe, 2019: Output and prices. J. Growth, 12(3), 14–16, doi:10.1000/xyz.', { type: 'article-journal', author: who(['Smith', 'J.'], ['Doe', 'A.'], ['Roe', 'B.']), title: 'Output and prices', 'container-title': 'J. Growth', volume: '12', issue: '3', page: '14–16', DOI: '10.1000/xyz', issued: on(2019) }, null, ''],
    ['Smith, J. et al., 2019: Output and prices. Nature Growth, 12, 14–16, doi:10.1000/xyz123.', { type: 'article-journal', author: [{ family: 'Smith', given: 'J.' }, { literal: 'et al.' }], title: 'Output and prices', 'container-title': 'Nature Growth', volume: '12', page: '14–16', DOI: '10.1000/xyz123', issued: on(2019) }, null, ''],
  ],
  'Harvard': [
    ['Smith, J. and Doe, A. (2019) The growth of output. London: Faber.', { type: 'book', author: who(['Smith', 'J.'], ['Doe', 'A.']), title: 'The growth of output', 'publisher-place': 'London', publisher: 'Faber', issued: on(2019) }, null, ''],
    ["Smith, J. (2019) 'Output and prices', Journal of Growth, 12(3), pp. 14–16.", { type: 'article-journal', title: 'Output and prices', author: who(['Smith', 'J.']), 'container-title': 'Journal of Growth', volume: '12', issue: '3', page: '14–16', issued: on(2019) }, 'pp. 14–16', ''],
    ["Smith, J. (2019) 'Output', in Doe, A. (ed.) Book of prices. London: Faber, pp. 14–16.", { type: 'chapter', title: 'Output', author: who(['Smith', 'J.']), editor: who(['Doe', 'A.']), 'container-title': 'Book of prices', 'publisher-place': 'London', publisher: 'Faber', page: '14–16', issued: on(2019) }, 'pp. 14–16', ''],
    ['World Bank (2019) Output data. Available at: https://example.org/w (Accessed: 3 May 2019).', { type: 'webpage', author: [{ literal: 'World Bank' }], title: 'Output data', accessed: on(2019, 5, 3), URL: 'https://example.org/w', issued: on(2019) }, null, ''],
  ],
  'APA': [
    ['Smith, J. A., Doe, R., & Roe, M. (2020, May 3). Prices rise again. The Example Times. https://example.org/a', { type: 'article', author: who(['Smith', 'J. A.'], ['Doe', 'R.'], ['Roe', 'M.']), title: 'Prices rise again', 'container-title': 'The Example Times', URL: 'https://example.org/a', issued: on(2020, 5, 3) }, null, ''],
    ['Smith, J. [@smith]. (2020, May 3). Prices are rising [Tweet]. Twitter. https://twitter.com/smith/status/1', { type: 'article', author: who(['Smith', 'J.']), title: 'Prices are rising', 'container-title': 'Twitter', genre: 'Tweet', URL: 'https://twitter.com/smith/status/1', issued: on(2020, 5, 3) }, null, ''],
    ['Smith, J. (Host). (2020, May 3). Prices (No. 12) [Audio podcast episode]. In The Output Show. Example Radio. https://example.org/p', { type: 'chapter', author: who(['Smith', 'J.']), title: 'Prices', 'container-title': 'The Output Show', publisher: 'Example Radio', genre: 'Audio podcast', issue: '12', URL: 'https://example.org/p', issued: on(2020, 5, 3) }, null, ''],
    ['U.S. Department of Output, Office of Prices. (2019). Output report (Report No. 12-34). https://example.org/u', { type: 'report', author: [{ literal: 'U.S. Department of Output, Office of Prices' }], title: 'Output report', genre: 'Report', number: '12-34', URL: 'https://example.org/u', issued: on(2019) }, null, ''],
  ],
  'MLA': [
    ['Smith, Jane. “Output and Prices.” Journal of Growth, vol. 12, no. 3, 2019, pp. 14–16, https://doi.org/10.1000/xyz.', { type: 'article-journal', title: 'Output and Prices', author: who(['Smith', 'Jane']), 'container-title': 'Journal of Growth', volume: '12', issue: '3', page: '14–16', DOI: '10.1000/xyz', issued: on(2019) }, 'pp. 14–16', ''],
    ['Smith, Jane, et al. The Growth of Output. 2nd ed., Penguin, 2018.', { type: 'book', author: [{ family: 'Smith', given: 'Jane' }, { literal: 'et al.' }], title: 'The Growth of Output', publisher: 'Penguin', edition: '2nd', issued: on(2018) }, null, ''],
    ['“Prices Rise.” The Example Times, 3 May 2019, www.example.org/a. Accessed 5 June 2019.', { type: 'article', title: 'Prices Rise', 'container-title': 'The Example Times', accessed: on(2019, 6, 5), URL: 'www.example.org/a', issued: on(2019, 5, 3) }, null, ''],
    ['Smith, Jane. Personal interview. 3 May 2019.', { type: 'interview', author: who(['Smith', 'Jane']), genre: 'personal interview', issued: on(2019, 5, 3) }, null, ''],
  ],
  'Chicago': [
    ['Smith, Jane. The Growth of Output. New York: Penguin, 2018.', { type: 'book', author: who(['Smith', 'Jane']), title: 'The Growth of Output', 'publisher-place': 'New York', publisher: 'Penguin', issued: on(2018) }, null, ''],
    ['Smith, Jane, and John Doe. “Output and Prices.” Journal of Growth 37, no. 1 (2007): 97–102. https://doi.org/10.1017/S0025.', { type: 'article-journal', title: 'Output and Prices', author: who(['Smith', 'Jane'], ['Doe', 'John']), 'container-title': 'Journal of Growth', volume: '37', issue: '1', page: '97–102', DOI: '10.1017/S0025', issued: on(2007) }, null, ''],
    ['Smith, Jane. “Output.” In The Growth Reader, edited by Anna Roe, 33–50. New York: Penguin, 2018.', { type: 'chapter', title: 'Output', author: who(['Smith', 'Jane']), 'container-title': 'The Growth Reader', publisher: 'Penguin', 'publisher-place': 'New York', editor: who(['Roe', 'Anna']), page: '33–50', issued: on(2018) }, null, ''],
    ['Jane Smith, “Prices Rise,” Example Times, May 3, 2019, sec. A, p. 5.', { type: 'article-newspaper', title: 'Prices Rise', author: who(['Smith', 'Jane']), 'container-title': 'Example Times', page: '5', issued: on(2019, 5, 3) }, 'p. 5', 'sec. A'],
    ['Jane Smith, interview by author, Boston, MA, May 3, 2019.', { type: 'interview', author: who(['Smith', 'Jane']), genre: 'interview by author', issued: on(2019, 5, 3) }, null, 'Boston, MA'],
    ['Interview with author, 3 May 2019.', { type: 'interview', genre: 'interview', title: 'Interview with author', issued: on(2019, 5, 3) }, null, ''],
    ['Jane Smith, interview with the author, 3 May 2019.', { type: 'interview', author: who(['Smith', 'Jane']), genre: 'interview with the author', issued: on(2019, 5, 3) }, null, ''],
    ['Jane Smith, email to author, May 3, 2019.', { type: 'personal_communication', author: who(['Smith', 'Jane']), genre: 'email to author', issued: on(2019, 5, 3) }, null, ''],
    ['Jane Smith, telephone conversation with the author, 3 May 2019.', { type: 'personal_communication', author: who(['Smith', 'Jane']), genre: 'telephone conversation with the author', issued: on(2019, 5, 3) }, null, ''],
    ['Jane Smith, “Output” (PhD diss., University of Example, 2003), 44–45.', { type: 'thesis', title: 'Output', author: who(['Smith', 'Jane']), genre: 'PhD diss', publisher: 'University of Example', issued: on(2003), page: '44–45' }, '44–45', ''],
  ],
  'law': [
    ['Roe v. Wade, 410 U.S. 113 (1973).', { type: 'legal_case', title: 'Roe v. Wade', volume: '410', 'container-title': 'U.S.', page: '113', issued: on(1973) }, null, ''],
    ['See Smith v. Example Co., 123 F.3d 456, 460–61 (9th Cir. 1997).', { type: 'legal_case', title: 'Smith v. Example Co.', volume: '123', 'container-title': 'F.3d', page: '456', publisher: '9th Cir.', issued: on(1997) }, '460–61', ''],
    ['42 U.S.C. § 7401 (2018).', { type: 'legislation', 'container-title': 'U.S.C.', volume: '42', number: '7401', title: '42 U.S.C. § 7401', issued: on(2018) }, null, ''],
    ['42 U.S.C. § 7401 et seq.', { type: 'legislation', 'container-title': 'U.S.C.', volume: '42', number: '7401', title: '42 U.S.C. § 7401' }, null, ''],
    ['Clean Output Act, Pub. L. No. 91-604, 84 Stat. 1676 (1970).', { type: 'legislation', title: 'Clean Output Act', number: '91-604', issued: on(1970), volume: '84', page: '1676', 'container-title': 'Stat.' }, null, ''],
    ['Smith v. Doe, No. 12-cv-345 (S.D.N.Y. May 3, 2019).', { type: 'legal_case', title: 'Smith v. Doe', number: 'No. 12-cv-345', issued: on(2019, 5, 3), publisher: 'S.D.N.Y.' }, null, ''],
    ['Complaint at 14, Smith v. Doe, No. 1:12-cv-345 (S.D.N.Y. filed May 3, 2019), ECF No. 1.', { type: 'legal_case', title: 'Smith v. Doe', number: 'No. 1:12-cv-345', issued: on(2019, 5, 3), publisher: 'S.D.N.Y.', genre: 'Complaint' }, '14', 'ECF No. 1'],
    ['U.S. Const. art. I, § 8, cl. 3.', { type: 'legislation', title: 'U.S. Const.' }, 'art. I, § 8, cl. 3', ''],
    ['H.R. Rep. No. 110-12, at 14 (2007).', { type: 'report', title: 'H.R. Rep. No. 110-12', number: '110-12', issued: on(2007) }, '14', ''],
    ['H.R. 1234, 110th Cong. § 2 (2007).', { type: 'bill', title: 'H.R. 1234, 110th Cong.', number: '1234', issued: on(2007) }, '§ 2', ''],
    ['40 C.F.R. § 60.12 (2019).', { type: 'legislation', 'container-title': 'C.F.R.', volume: '40', number: '60.12', title: '40 C.F.R. § 60.12', issued: on(2019) }, null, ''],
    ['84 Fed. Reg. 1234, 1236 (May 3, 2019).', { type: 'legislation', 'container-title': 'Fed. Reg.', volume: '84', number: '1234', title: '84 Fed. Reg. 1234', issued: on(2019, 5, 3) }, '1236', ''],
    ['Smith v Doe [2019] EWCA Civ 12, [14].', { type: 'legal_case', title: 'Smith v Doe', number: '[2019] EWCA Civ 12', issued: on(2019) }, '[14]', ''],
    ['Case C-12/10 Smith v Commission [2012] ECR I-123, para 14.', { type: 'legal_case', title: 'Smith v Commission', number: 'C-12/10', issued: on(2012), note: 'ECR I-123' }, '14', ''],
    ['Prices Act 1998, s 14(2).', { type: 'legislation', title: 'Prices Act 1998', issued: on(1998) }, 's 14(2)', ''],
    ['Directive 2009/28/EC of the European Parliament and of the Council of 23 April 2009 on output, OJ L 140, 5.6.2009, p. 16.', { type: 'legislation', title: 'Directive 2009/28/EC of the European Parliament and of the Council of 23 April 2009 on output', number: '2009/28/EC', issued: on(2009, 4, 23), 'container-title': 'OJ L 140', page: '16' }, null, ''],
  ],
  'archives': [
    ['Smith to Jones, 3 May 1945, RG 59, box 4, National Archives, College Park, MD.', { type: 'manuscript', title: 'Smith to Jones', archive: 'National Archives', archive_location: 'RG 59, box 4', issued: on(1945, 5, 3) }, null, ''],
    ['Memorandum, “Output,” 3 May 1945, folder 12, box 4, Record Group 59, National Archives and Records Administration, Washington, DC.', { type: 'manuscript', title: 'Output', genre: 'memorandum', archive: 'National Archives and Records Administration', archive_location: 'folder 12, box 4, Record Group 59', issued: on(1945, 5, 3) }, null, ''],
    ['TNA, FO 371/1234, Smith to Jones, 3 May 1945.', { type: 'manuscript', title: 'Smith to Jones', archive: 'TNA', archive_location: 'FO 371/1234', issued: on(1945, 5, 3) }, null, ''],
    ['Jane Smith Papers, Box 4, Folder 12, Example University Library.', { type: 'manuscript', archive: 'Example University Library', archive_location: 'Jane Smith Papers, Box 4, Folder 12' }, null, ''],
    ['Letter from Jane Smith to John Doe, 3 May 1945, Smith Papers, box 4, Bancroft Library.', { type: 'personal_communication', genre: 'letter', title: 'Letter from Jane Smith to John Doe', archive: 'Bancroft Library', archive_location: 'Smith Papers, box 4', issued: on(1945, 5, 3) }, null, ''],
  ],
  'newspapers': [
    ['Jane Smith, ‘Prices rise’, The Example Times, 3 May 2019, p. 5.', { type: 'article-newspaper', title: 'Prices rise', author: who(['Smith', 'Jane']), 'container-title': 'The Example Times', page: '5', issued: on(2019, 5, 3) }, 'p. 5', ''],
    ['The Example Times, May 3, 2019, A5.', { type: 'article-newspaper', 'container-title': 'The Example Times', issued: on(2019, 5, 3), page: 'A5' }, 'A5', ''],
    ['New York Times, 3 May 1945, 5.', { type: 'article-newspaper', 'container-title': 'New York Times', issued: on(1945, 5, 3), page: '5' }, '5', ''],
    ['Jane Smith, "Prices Rise Again," Example Post, May 3, 2019, https://example.org/p.', { type: 'article', title: 'Prices Rise Again', author: who(['Smith', 'Jane']), 'container-title': 'Example Post', URL: 'https://example.org/p', issued: on(2019, 5, 3) }, null, ''],
    ['"Prices Rise," Associated Press, May 3, 2019.', { type: 'article-newspaper', title: 'Prices Rise', 'container-title': 'Associated Press', issued: on(2019, 5, 3) }, null, ''],
  ],
  'offices': [
    ['U.S. Government Accountability Office, Output: Prices Rise, GAO-19-123 (Washington, D.C.: May 3, 2019), 14.', { type: 'book', author: [{ literal: 'U.S. Government Accountability Office' }], title: 'Output: Prices Rise, GAO-19-123', 'publisher-place': 'Washington, D.C.', issued: on(2019, 5, 3), page: '14' }, '14', ''],
    ['National Research Council, Output and Prices (Washington, DC: National Academies Press, 2010), 14.', { type: 'book', author: [{ literal: 'National Research Council' }], title: 'Output and Prices', 'publisher-place': 'Washington, DC', publisher: 'National Academies Press', issued: on(2010), page: '14' }, '14', ''],
    ['Bureau of Labor Statistics, “Consumer Prices,” May 3, 2019, https://example.org/c.', { type: 'webpage', title: 'Consumer Prices', author: [{ literal: 'Bureau of Labor Statistics' }], URL: 'https://example.org/c', issued: on(2019, 5, 3) }, null, ''],
    ['Ministry of Output, Annual Report 2018–19 (Delhi, 2019), p. 14.', { type: 'book', author: [{ literal: 'Ministry of Output' }], title: 'Annual Report 2018–19', 'publisher-place': 'Delhi', page: '14', issued: on(2019) }, 'p. 14', ''],
  ],
  'Chinese': [
    ['王小明：《增长的历史》，北京：人民出版社，2010年，第14页。', { type: 'book', title: '增长的历史', author: [{ literal: '王小明' }], publisher: '人民出版社', 'publisher-place': '北京', page: '14', issued: on(2010) }, '第14页', ''],
    ['王小明、李华：《价格研究》，《经济杂志》2010年第3期，第14—16页。', { type: 'article-journal', title: '价格研究', author: [{ literal: '王小明' }, { literal: '李华' }], 'container-title': '经济杂志', page: '14—16', issue: '3', issued: on(2010) }, '第14—16页', ''],
    ['参见王小明：《增长》，李华主编：《经济学》，上海：上海人民出版社，2005年，第33页。', { type: 'chapter', title: '增长', author: [{ literal: '王小明' }], 'container-title': '经济学', editor: [{ literal: '李华' }], publisher: '上海人民出版社', 'publisher-place': '上海', page: '33', issued: on(2005) }, '第33页', ''],
    ['《人民日报》，2019年5月3日，第5版。', { type: 'article-newspaper', 'container-title': '人民日报', page: '5', issued: on(2019, 5, 3) }, null, ''],
    ['国家统计局：《2018年统计公报》，2019年2月28日，http://example.org/s。', { type: 'webpage', title: '2018年统计公报', author: [{ literal: '国家统计局' }], URL: 'http://example.org/s', issued: on(2019, 2, 28) }, null, ''],
    ['[美]约翰·史密斯：《增长》，张三译，北京：商务印书馆，2003年，第12页。', { type: 'book', title: '增长', author: [{ literal: '约翰·史密斯' }], translator: [{ literal: '张三' }], publisher: '商务印书馆', 'publisher-place': '北京', page: '12', issued: on(2003) }, '第12页', ''],
  ],
  'Japanese': [
    ['山田太郎『成長の歴史』岩波書店、2010年、14頁。', { type: 'book', title: '成長の歴史', author: [{ literal: '山田太郎' }], publisher: '岩波書店', page: '14', issued: on(2010) }, '14頁', ''],
    ['山田太郎「価格の研究」『経済雑誌』第3巻第2号、2010年、14–16頁。', { type: 'article-journal', title: '価格の研究', author: [{ literal: '山田太郎' }], 'container-title': '経済雑誌', page: '14–16', issue: '2', volume: '3', issued: on(2010) }, '14–16頁', ''],
  ],
  'data': [
    ['World Bank, World Development Indicators, GDP (current US$), accessed May 3, 2019, https://example.org/d.', { type: 'webpage', author: [{ literal: 'World Bank' }], title: 'World Development Indicators, GDP (current US$)', accessed: on(2019, 5, 3), URL: 'https://example.org/d' }, null, ''],
  ],
  'the web': [
    ['Jane Smith, “Prices Rise,” Example Blog (blog), May 3, 2019, https://example.org/b.', { type: 'article', title: 'Prices Rise', author: who(['Smith', 'Jane']), 'container-title': 'Example Blog', genre: 'blog', URL: 'https://example.org/b', issued: on(2019, 5, 3) }, null, ''],
    ['“About Output,” Example Institute, accessed May 3, 2019, https://example.org/a.', { type: 'article', title: 'About Output', 'container-title': 'Example Institute', accessed: on(2019, 5, 3), URL: 'https://example.org/a' }, null, ''],
    ['https://example.org/a (last visited May 3, 2019).', { type: 'webpage', accessed: on(2019, 5, 3), URL: 'https://example.org/a' }, null, ''],
    ['Jane Smith (@smith), “Prices are rising,” Twitter, May 3, 2019, 3:45 p.m., https://twitter.com/smith/status/1.', { type: 'article', title: 'Prices are rising', author: who(['Smith', 'Jane']), 'container-title': 'Twitter', URL: 'https://twitter.com/smith/status/1', issued: on(2019, 5, 3) }, null, '3:45 p.m.'],
    ['See https://example.org/a, accessed on 3 May 2019.', { type: 'webpage', accessed: on(2019, 5, 3), URL: 'https://example.org/a' }, null, ''],
    ['Jane Smith, "Output" (2019), at https://example.org/o.', { type: 'webpage', title: 'Output', author: who(['Smith', 'Jane']), URL: 'https://example.org/o', issued: on(2019) }, null, ''],
    ['Smith, "Output and Prices", NBER Working Paper No. 1234, May 2019.', { type: 'report', title: 'Output and Prices', author: [{ literal: 'Smith' }], 'container-title': 'NBER', number: '1234', genre: 'working paper', issued: on(2019, 5) }, null, ''],
  ],
  'initials, then the title': [
    ['Doe, J. R. The Price of Bread, Example House (1949).', { type: 'book', author: who(['Doe', 'J. R.']), title: 'The Price of Bread', publisher: 'Example House', issued: on(1949) }, null, ''],
    ['Doe, J.R., Roe, S. D., and Poe, E. A. Mills and Millers, Bakers-Row (1990), p. 258.', { type: 'book', author: who(['Doe', 'J.R.'], ['Roe', 'S. D.'], ['Poe', 'E. A.']), title: 'Mills and Millers', publisher: 'Bakers-Row', page: '258', issued: on(1990) }, 'p. 258', ''],
    ['Roe, R. Prices and wages, Example Journal (1990).', { type: 'article-journal', author: who(['Roe', 'R.']), title: 'Prices and wages', 'container-title': 'Example Journal', issued: on(1990) }, null, ''],
    ['Ovenware, Baker’s Guide, Ovenware Works (1985). [Originally published as The Bread Manual (1977)]', { type: 'document', title: 'Ovenware, Baker’s Guide, Ovenware Works', note: 'Originally published as The Bread Manual (1977)', issued: on(1985) }, null, ''],
  ],
  'IEEE on the web': [
    ['J. Doe and R. Roe, "Things that bake," Oven Letters, vol. 29, no. 7, pp. 16–60, 2013 [Online]. Available: http://dx.doi.org/10.1000/oven.2013', { type: 'article-journal', author: who(['Doe', 'J.'], ['Roe', 'R.']), title: 'Things that bake', 'container-title': 'Oven Letters', volume: '29', issue: '7', page: '16–60', DOI: '10.1000/oven.2013', issued: on(2013) }, 'pp. 16–60', ''],
    ['"A list of ovens." [Online]. Available: http://example.org/. [Accessed: 10-Jun-2015]', { type: 'webpage', title: 'A list of ovens', URL: 'http://example.org/', accessed: on(2015, 6, 10) }, null, ''],
    ['S. Doe, "Ovens could burn bread, bakers say." Nov-2014.', { type: 'document', author: who(['Doe', 'S.']), title: 'Ovens could burn bread, bakers say', issued: on(2014, 11) }, null, ''],
  ],
  'names without signs, then the year in brackets': [
    ['Doe A (2005) Estimates of bread. Rev. Econom. Stud. 72(1):1–19.', { type: 'article-journal', author: who(['Doe', 'A']), title: 'Estimates of bread', 'container-title': 'Rev. Econom. Stud', volume: '72', issue: '1', page: '1–19', issued: on(2005) }, null, ''],
    ['Doe AB, Roe C (2019) Is bread really dear? The bias of bakers. J. Bread Quart. 43(2):579–600.', { type: 'article-journal', author: who(['Doe', 'AB'], ['Roe', 'C']), title: 'Is bread really dear? The bias of bakers', 'container-title': 'J. Bread Quart', volume: '43', issue: '2', page: '579–600', issued: on(2019) }, null, ''],
    ['Doe AB, Roe C (2008) Mostly Bread: A Baker’s Companion (Example University Press, Upper Town, NJ).', { type: 'book', author: who(['Doe', 'AB'], ['Roe', 'C']), title: 'Mostly Bread: A Baker’s Companion', publisher: 'Example University Press', 'publisher-place': 'Upper Town, NJ', issued: on(2008) }, null, ''],
    ['Doe A (2006) Designing (good) ovens. Poe N, Moe G, eds. Handbook of Bread (Example University Press, Cambridge).', { type: 'chapter', author: who(['Doe', 'A']), title: 'Designing (good) ovens', 'container-title': 'Handbook of Bread', editor: who(['Poe', 'N'], ['Moe', 'G']), publisher: 'Example University Press', 'publisher-place': 'Cambridge', issued: on(2006) }, null, ''],
    ['Doe A (2009) A history of bread (and of milk, cheese).', { type: 'document', author: who(['Doe', 'A']), title: 'A history of bread (and of milk, cheese)', issued: on(2009) }, null, ''],
  ],
  'names in capitals, as in Brazil': [
    ['PEREIRA, A.B.H. *O preço do pão*. 4.ed. Vila Velha: Exemplo, 2009.', { type: 'book', author: who(['PEREIRA', 'A.B.H.']), title: 'O preço do pão', edition: '4', 'publisher-place': 'Vila Velha', publisher: 'Exemplo', issued: on(2009) }, null, ''],
    ['PEREIRA, A.; MOTA, M.S. *O preço do pão*. São Paulo: Exemplo, 2009.', { type: 'book', author: who(['PEREIRA', 'A.'], ['MOTA', 'M.S.']), title: 'O preço do pão', 'publisher-place': 'São Paulo', publisher: 'Exemplo', issued: on(2009) }, null, ''],
    ['Doe, J. and Roe, R. A. Bread and Milk, 2nd ed. (New York: Example, 1990), 12.', { type: 'book', author: who(['Doe', 'J.'], ['Roe', 'R. A.']), title: 'Bread and Milk', edition: '2nd', 'publisher-place': 'New York', publisher: 'Example', page: '12', issued: on(1990) }, '12', ''],
    ['Doe, J. Robert. The Price of Bread. London: Faber, 1990.', { type: 'book', author: who(['Doe', 'J. Robert']), title: 'The Price of Bread', 'publisher-place': 'London', publisher: 'Faber', issued: on(1990) }, null, ''],
    ['Doe, J. Bread. London: Faber, 1990.', { type: 'book', author: who(['Doe', 'J.']), title: 'Bread', 'publisher-place': 'London', publisher: 'Faber', issued: on(1990) }, null, ''],
  ],
  'medicine': [
    ['Doe A, Roe B. A chapter on bread. In: Poe C, Moe D, eds. *The Book of Bread*. Example House; 1976:235-251.', { type: 'chapter', author: who(['Doe', 'A'], ['Roe', 'B']), title: 'A chapter on bread', 'container-title': 'The Book of Bread', editor: who(['Poe', 'C'], ['Moe', 'D']), publisher: 'Example House', page: '235-251', issued: on(1976) }, null, ''],
    ['Doe A. *Bread and milk*. 2nd ed. Example House; 2009.', { type: 'book', author: who(['Doe', 'A']), title: 'Bread and milk', edition: '2nd', publisher: 'Example House', issued: on(2009) }, null, ''],
    ['Doe A, Roe B. What drives prices? A study of bread. *J Bread*. 2019;61:203-221.', { type: 'article-journal', author: who(['Doe', 'A'], ['Roe', 'B']), title: 'What drives prices? A study of bread', 'container-title': 'J Bread', volume: '61', page: '203-221', issued: on(2019) }, null, ''],
    ['Doe A. Is bread dear? *J Bread*. 2019;61:203-205.', { type: 'article-journal', author: who(['Doe', 'A']), title: 'Is bread dear?', 'container-title': 'J Bread', volume: '61', page: '203-205', issued: on(2019) }, null, ''],
  ],
  'others and remarks': [
    ['Jane Smith, The Growth of Output (2018), p. 14.', { type: 'document', author: who(['Smith', 'Jane']), title: 'The Growth of Output', page: '14', issued: on(2018) }, 'p. 14', ''],
    ['J. Smith, Growth (1st edn, Oxford: OUP, 2018), ch. 3.', { type: 'book', author: who(['Smith', 'J.']), title: 'Growth', 'publisher-place': 'Oxford', publisher: 'OUP', edition: '1st', issued: on(2018) }, 'ch. 3', ''],
    ['Plato, Republic, 473d.', { type: 'document', author: [{ family: 'Plato' }], title: 'Republic' }, null, '473d'],
    ['Hobbes, Leviathan, ch. 13, p. 88.', { type: 'document', author: [{ family: 'Hobbes' }], title: 'Leviathan', page: '88' }, 'p. 88', 'ch. 13'],
    ['Author’s calculations based on World Bank data.', null, null, 'Author’s calculations based on World Bank data.'],
    ['Emphasis added.', null, null, 'Emphasis added.'],
    ['My translation.', null, null, 'My translation.'],
    ['See Table 3.', null, 'Table 3', ''],
    ['See chapter 4, below.', null, null, 'See chapter 4, below.'],
    ['Smith J, Doe R, Roe M, et al. Output and prices. Lancet 2019; 380: 123–30.', { type: 'article-journal', author: [{ family: 'Smith', given: 'J' }, { family: 'Doe', given: 'R' }, { family: 'Roe', given: 'M' }, { literal: 'et al.' }], title: 'Output and prices', 'container-title': 'Lancet', volume: '380', page: '123–30', issued: on(2019) }, null, ''],
  ],
}

it.each<[string, string]>([
  ['Jane Smith, *The Growth of Output* (New York: Penguin, 2018), 45.', 'The Growth of Output'], ['Smith, Jane. _The Growth of Output_. Penguin, 2018.', 'The Growth of Output'], ['Jane Smith, **Growth**, *A History* (London: Faber, 1999).', 'Growth, A History'],
])('signs of emphasis are no part of a title: %s', (note, title) => expect(readNote(note)[0]!.source!.title).toBe(title))

describe.each(Object.entries(REFERENCES))('%s', (_style, rows) => {
  it.each(rows)('%s', (note, source, pinpoint, rest) => {
    const [work] = readNote(note)
    expect([work!.source, work!.pinpoint, work!.rest]).toEqual([source, pinpoint, rest])
  })
})

it('takes the words of a link to the same site for the title where “by” and a name stand behind them', () => {
  const read = (note: string) => readNote(note, [{ words: 'Grain and Gold', href: '/grain-and-gold/' }])[0]!.source
  expect(read('Grain and Gold by Jane Doe')).toEqual({ type: 'document', title: 'Grain and Gold', author: who(['Doe', 'Jane']) })
  expect(read('Grain and Gold by the sea was dear')?.author).toBeUndefined()
})
