import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlainText } from '#shared/document/plain-text.ts'
import { segmentDocument, splitSentences } from '#shared/segment/sentences.ts'
import { bySegmenter, byStet, scoreBoundaries, treebank } from '../../bench/reading/sentences.ts'

const sentences = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it.each<[string, string[]]>([
    ['China is ranked No. 2 in the world. In addition, it grew.', ['China is ranked No. 2 in the world.', 'In addition, it grew.']],
    ['He said no. Then he left.', ['He said no.', 'Then he left.']],
    ['The advantage of the U.S. is its ability. He lives in the U.S. The rest left.', ['The advantage of the U.S. is its ability.', 'He lives in the U.S.', 'The rest left.']],
    ['J. A. Smith met Dr. Jones at 5 p.m. on Sept. 3. They left.', ['J. A. Smith met Dr. Jones at 5 p.m. on Sept. 3.', 'They left.']],
    ['It cost $3.5 billion (approx. 2.1 percent). See pp. 5-6 for more.', ['It cost $3.5 billion (approx. 2.1 percent).', 'See pp. 5-6 for more.']],
    ['Mr. Li said, “We won. We did.” He left.', ['Mr. Li said, “We won.', 'We did.”', 'He left.']],
    ['“Why?” he asked. “Because.”', ['“Why?” he asked.', '“Because.”']],
    ['Output rose.” {15} The next one.', ['Output rose.” {15}', 'The next one.']],
    ['It fell.{3} Next one. It rose.[3][4] Next.', ['It fell.{3}', 'Next one.', 'It rose.[3][4]', 'Next.']],
    ['It fell.¹² “Next” one.', ['It fell.¹²', '“Next” one.']],
    ['It fell (12). It rose. (13) Next.', ['It fell (12).', 'It rose. (13)', 'Next.']],
    ['What is it? (1) One; (2) two.', ['What is it?', '(1) One; (2) two.']],
    ['The scale is large. …… Around 2011, it grew.” {15}', ['The scale is large. ……', 'Around 2011, it grew.” {15}']],
    ['中国的制造业增长了。美国呢？“很好。”他说。[3] 下一句。', ['中国的制造业增长了。', '美国呢？', '“很好。”', '他说。[3]', '下一句。']],
    ['Hipparchus (2nd ct. BCE) cites Eudoxus (4th cent. BCE) often. He left.', ['Hipparchus (2nd ct. BCE) cites Eudoxus (4th cent. BCE) often.', 'He left.']],
    ['It uses common sense, not precision.9 “The standard,” it said, “is broad.”10 The other court agreed.11', ['It uses common sense, not precision.9', '“The standard,” it said, “is broad.”10', 'The other court agreed.11']],
    ['It was a "moderate" one.16 What is it? It fell.2,3 Then it rose (twice).4 Later it fell.', ['It was a "moderate" one.16', 'What is it?', 'It fell.2,3', 'Then it rose (twice).4', 'Later it fell.']],
    ['It was known (2nd c. BCE in Egypt) and lost. It came back.', ['It was known (2nd c. BCE in Egypt) and lost.', 'It came back.']],
    ['He wrote "it rose."16 A survey followed.', ['He wrote "it rose."16', 'A survey followed.']],
    ['See fig.3 The map, no.5 Bus and p.9 Notes, at 10.5 The least.', ['See fig.3 The map, no.5 Bus and p.9 Notes, at 10.5 The least.']],
    ['Born in 1950. 20 years later he left.', ['Born in 1950.', '20 years later he left.']],
    ['no capitals here. none there either.', ['no capitals here.', 'none there either.']],
    ['1. First thing. 2. Second thing.', ['1. First thing.', '2. Second thing.']],
    ['A line that\nis wrapped. Another.', ['A line that\nis wrapped.', 'Another.']],
    ['A fact [citation needed]. Another.[citation needed] Third.', ['A fact [citation needed].', 'Another.[citation needed]', 'Third.']],
    ['It asked Yahoo! and AOL. “Why me?” he said. He wondered (why?) and left.', ['It asked Yahoo! and AOL.', '“Why me?” he said.', 'He wondered (why?) and left.']],
    ['It is on Code.gov. The list is at https://code.gov/list?a=b. She wrote to ada@example.org. None came.', ['It is on Code.gov.', 'The list is at https://code.gov/list?a=b.', 'She wrote to ada@example.org.', 'None came.']],
    ['It fell “in a century.” [quoted by Edwards, p. 218] The new one (see above.) is here.', ['It fell “in a century.” [quoted by Edwards, p. 218]', 'The new one (see above.) is here.']],
    ['He was paid, etc. Congress met on May 1st. The rest [...] The end. [...] It goes on . . . and on.', ['He was paid, etc.', 'Congress met on May 1st.', 'The rest [...] The end. [...]', 'It goes on . . . and on.']],
    ['He loved art. Art. 5 says so. Calif. voters agreed, and J.M. Huber Corp. stock rose.', ['He loved art.', 'Art. 5 says so.', 'Calif. voters agreed, and J.M. Huber Corp. stock rose.']],
    ['Doe (b. 1850, d. 1901) came c. 1880. It cost $5 m. in all. It is 6 in. wide and 5 ft. tall. He left at 5.', ['Doe (b. 1850, d. 1901) came c. 1880.', 'It cost $5 m. in all.', 'It is 6 in. wide and 5 ft. tall.', 'He left at 5.']],
    ['She works at Yahoo! Inc. in Leeds. “Is it true?” he asked. “Yes!” (It was.) They left.', ['She works at Yahoo! Inc. in Leeds.', '“Is it true?” he asked.', '“Yes!”', '(It was.)', 'They left.']],
    ['Smith et al. found five in fig. 3. He met de Gaulle. de Gaulle left. iPhone sales rose. He was c. ten.', ['Smith et al. found five in fig. 3.', 'He met de Gaulle.', 'de Gaulle left.', 'iPhone sales rose.', 'He was c. ten.']],
    ['The text was joined.The rest in Node.js was not.', ['The text was joined.', 'The rest in Node.js was not.']],
    ['Ada Low 08/16/2000 12:05 PM Please call. Best regards, Ada', ['Ada Low', '08/16/2000 12:05 PM', 'Please call.', 'Best regards,', 'Ada']],
    ['On 08/16/2000 12:05 PM the server failed. ***** It came back :-) Good.', ['On 08/16/2000 12:05 PM the server failed.', '*****', 'It came back :-)', 'Good.']],
    ['Two plans 1) buy land 2) build, and three reasons: 1) cost, 2) time.', ['Two plans', '1) buy land', '2) build, and three reasons: 1) cost, 2) time.']],
    ['Steps:\n• Open it.\n• Close it', ['Steps:', '• Open it.', '• Close it']],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })

  it('holds every sign that is no white space, in order, whatever the text', () => {
    const word = fc.oneof(fc.constantFrom('Dr.', 'No.', '2', '。', '！”', '“', '{3}', '[4]', '¹', '……', 'U.S.', 'e\u0301', '👩‍🔬', '中国', '\n', '  ', '(1)', '.', 'The', 'grew.'), fc.string({ unit: 'grapheme', maxLength: 12 }))
    fc.assert(fc.property(fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')), (text) => {
      const spans = splitSentences(text)
      spans.forEach((span, index) => {
        expect(span.end).toBeGreaterThan(span.start)
        if (index > 0) expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]!.end)
        expect(text.slice(span.start, span.end)).toBe(text.slice(span.start, span.end).trim())
      })
      expect(spans.map(({ start, end }) => text.slice(start, end)).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }), { numRuns: 300 })
  })

  it('splits one long paragraph as it splits its parts', () => {
    const sentence = 'The output grew 3.5 percent in 2019, he said.'
    const spans = splitSentences(Array.from({ length: 20_000 }, () => sentence).join(' '))
    expect(spans).toHaveLength(20_000)
    expect(spans.every(({ start, end }) => end - start === sentence.length)).toBe(true)
  })

  it('knows the marks of the format, inside a number too', () => {
    const text = 'It rose in 2019.3 Next it fell.4”5 The end'
    const marks = ['3', '4', '5'].map((mark) => ({ start: text.indexOf(`${mark} `) > 0 ? text.indexOf(`${mark} `) : text.indexOf(mark), end: (text.indexOf(`${mark} `) > 0 ? text.indexOf(`${mark} `) : text.indexOf(mark)) + 1 }))
    expect(splitSentences(text, marks).map(({ start, end }) => text.slice(start, end))).toEqual(['It rose in 2019.3', 'Next it fell.4”5', 'The end'])
  })

  it('reads the mark of the format behind a straight quotation mark', () => {
    const text = 'He wrote "it rose."3 A survey found "it fell."4 The end'
    const marks = ['3', '4'].map((mark) => ({ start: text.indexOf(mark), end: text.indexOf(mark) + 1 }))
    expect(splitSentences(text, marks).map(({ start, end }) => text.slice(start, end))).toEqual(['He wrote "it rose."3', 'A survey found "it fell."4', 'The end'])
  })

  // Quadratic, this would take hours; how the time grows is told by `npm run bench:reading`.
  it.each(['.', '“', '(', '. ', '.[', '. [a', '.) ', '-', '@a', 'a.B', '1) ', ':) ', '… '])('does not hang on a million of %j', (unit) => {
    const text = unit.repeat(1_000_000)
    const spans = splitSentences(text)
    expect(spans[0]?.start).toBe(0)
    expect(spans.at(-1)?.end).toBe(text.trimEnd().length)
  }, 60_000)

  it('never cuts between the halves of a surrogate pair', () => {
    const text = '👩'.repeat(30_000)
    for (const { start, end } of splitSentences(text)) expect([text.charCodeAt(start) < 0xdc00, text.charCodeAt(end - 1) >= 0xdc00]).toEqual([true, true])
  })
})

describe('segments', () => {
  it('give headings, notes and furniture as whole blocks of their kind', () => {
    const document = readPlainText('Skip to content\n\nA Title Here\n\nIt grew. {1} It fell. {2}\n\n{1} One. Two.\n{2} Three.\n', 'x')
    expect(segmentDocument(document).map(({ kind, span }) => [kind, document.text.slice(span.start, span.end)])).toEqual([
      ['furniture', 'Skip to content'], ['heading', 'A Title Here'], ['sentence', 'It grew. {1}'], ['sentence', 'It fell. {2}'], ['note', '{1} One. Two.'], ['note', '{2} Three.'],
    ])
  })
})

const paragraphs = treebank()

describe.skipIf(paragraphs === null)('sentence ends that people marked, inside paragraphs (UD English EWT, dev)', () => {
  it('are found better than by Intl.Segmenter, in precision and in recall', () => {
    const own = scoreBoundaries(paragraphs!, byStet)
    const segmenter = scoreBoundaries(paragraphs!, bySegmenter)
    expect(own.precision).toBeGreaterThan(0.98)
    expect(own.recall).toBeGreaterThan(0.89)
    expect(own.f1).toBeGreaterThan(0.935)
    expect(own.precision - segmenter.precision).toBeGreaterThan(0.03)
    expect(own.recall - segmenter.recall).toBeGreaterThan(0.1)
  })
})
