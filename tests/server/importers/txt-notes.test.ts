import { describe, expect, it } from 'vitest'
import { readDocument } from '#server/importers/index.ts'
import { readNotes } from '../../support/read-notes.ts'

const LONG = 'Output grew in 2019, he said, and more of the same, and again, and then some more that makes a line too long to be wrapped by hand.'

/** The same two notes as people type them. */
const TYPED: Record<string, string> = {
  'angle brackets': 'It grew.<1> It fell <2>.\n\n<1> A book.\n<2> A paper.',
  'slashes': 'It grew./1/ It fell /2/.\n\n/1/ A book.\n/2/ A paper.',
  'doubled round brackets': 'It grew.((1)) It fell ((2)).\n\n((1)) A book.\n((2)) A paper.',
  'numbers left at their words, on both sides': 'It grew.1 It fell.2\n\nNotes\n\n1A book.\n2A paper.',
  'notes in their sentences, as Pandoc has them': 'It grew.^[A book.] It fell.^[A paper.]',
  'numbers raised as in a formula': 'It grew.^{1} It fell.$^{2}$\n\nReferences\n\n1. A book.\n2. A paper.',
  'numbers raised, small Roman ones': 'It grew.^{i} It fell.^{ii}\n\nEndnotes\n\ni. A book.\n\nii. A paper.',
  'numbers raised in a list': 'It grew and fell.^{1,2}\n\nReferences\n\n1. A book.\n2. A paper.',
  'headings of Markdown': 'It grew.[1] It fell.[2]\n\n## Notes\n1. A book.\n2. A paper.',
  'square brackets': 'It grew.[1] It fell.[2]\n\n[1] A book.\n[2] A paper.',
  'a heading right above them': 'It grew.[1] It fell.[2]\n\nNotes\n[1] A book.\n[2] A paper.',
  'a heading with a colon, bare numbers': 'It grew.[1] It fell.[2]\n\nNotes:\n1. A book.\n2. A paper.',
  'a half bracket': 'It grew (1). It fell (2).\n\nNotes\n\n1) A book.\n2) A paper.',
  'round brackets': 'It grew (1). It fell (2).\n\n(1) A book.\n(2) A paper.',
  'asterisk and dagger': 'It grew.* It fell.†\n\n* A book.\n† A paper.',
  'one asterisk and two': 'It grew.* It fell.**\n\n* A book.\n\n** A paper.',
  'blocks after the paragraph': 'It grew.[1] It fell.[2]\n\n  [Footnote 1: A book.]\n\n  [Footnote 2: A paper.]\n\nMore came after it.',
  'capital letters': 'It grew.[A] It fell.[B]\n\n[A] A book.\n\n[B] A paper.\n\nMore came after it.',
  'a heading in capitals': 'It grew.[1] It fell.[2]\n\nFOOTNOTES:\n\n[1] A book.\n\n[2] A paper.',
  'raised digits': 'It grew.¹ It fell.²\n\n¹ A book.\n² A paper.',
  'raised digits, bare numbers below a heading': 'It grew.¹ It fell.²\n\nNotes\n\n1 A book.\n2 A paper.',
  'lines wrapped by hand': 'It grew and more of the\nsame.[1] It fell.[2]\n\n[1] A\n    book.\n[2] A paper.',
  'one line for each paragraph': `${LONG}[1] It fell.[2]\nNotes\n[1] A book.\n[2] A paper.`,
  'the word for a note, a colon below': 'It grew.[Note 1] It fell.[note 2]\n\nNote 1: A book.\n\nNote 2: A paper.',
  'the word for a note, a full stop below': 'It grew.[Note 1] It fell.[Note 2]\n\nNote 1. A book.\nNote 2. A paper.',
  'the word for a note in brackets on both sides': 'It grew.[Note 1] It fell.[Note 2]\n\n[Note 1] A book.\n\n[Note 2] A paper.',
  'n and a number': 'It grew.[n 1] It fell.[n 2]\n\n[n 1] A book.\n[n 2] A paper.',
  'small letters, bare below a heading': 'It grew.[a] It fell.[b]\n\nNotes\n\na. A book.\nb. A paper.',
  'full-width brackets': 'It grew.［1］ It fell.〔2〕\n\n［1］A book.\n〔2〕A paper.',
  'Roman numerals': 'It grew.[i] It fell.[ii]\n\n[i] A book.\n[ii] A paper.',
  'spaces in the brackets': 'It grew [ 1 ]. It fell [ 2 ].\n\n[ 1 ] A book.\n[ 2 ] A paper.',
  'raised as text browsers print it': 'It grew.^[1] It fell.^[2]\n\n    ^[1] A book.\n\n    ^[2] A paper.',
  'reStructuredText, words below the label': 'It grew. [1]_ It fell. [2]_\n\n.. [1]\n   A book.\n\n.. [2]\n   A paper.',
  'the command of LaTeX': 'It grew.\\footnote{A book.} It fell.\\footnote{A paper.}',
  'copied from a wiki, where the numbers are drawn': 'It grew.[1] It fell.[2]\n\nReferences\n ^ A book.\n ^ a b A paper.',
  'copied from a wiki, a series of its own': 'It grew.[n 1] It fell.[n 2]\n\nNotes\n\n↑ A book.\n\n↑ A paper.',
  'short codes': 'It grew.[mfn]A book.[/mfn] It fell.[footnote]A paper.[/footnote]',
  'the element of a wiki': 'It grew.<ref>A book.</ref> It fell.<ref name="p">A paper.</ref>',
  'Markdown marks in a plain file': 'It grew.[^1] It fell.[^2]\n\n[^1]: A book.\n[^2]: A paper.',
  circled: 'It grew.① It fell.②\n\n① A book.\n② A paper.',
  'circled inline with heading': 'It grew① . It fell② .\n\n注释\n\n①A book.\n②A paper.',
  caret: 'It grew.^1 It fell.^2\n\n^1 A book.\n^2 A paper.',
  'caret, bare defs': 'It grew.^1 It fell.^2\n\n1. A book.\n2. A paper.',
  'caret in parens': 'It grew.^(1) It fell.^(2)\n\n1. A book.\n2. A paper.',
  'caret braces': 'It grew.^{1} It fell.^{2}\n\n^{1} A book.\n^{2} A paper.',
  'half bracket marks': 'It grew.1) It fell.2)\n\n1) A book.\n2) A paper.',
  'half bracket marks behind word': 'It grew1). It fell2).\n\n1) A book.\n2) A paper.',
  'one line brackets': 'It grew.[1] It fell.[2]\n\n[1] A book. [2] A paper.',
  'one line superscripts': 'It grew.¹ It fell.²\n\n¹ A book. ² A paper.',
  'gutenberg lettered footnote': 'It grew.[A] It fell.[B]\n\n[Footnote A: A book.]\n\n[Footnote B: A paper.]',
  'org mode': 'It grew.[fn:1] It fell.[fn:2]\n\n[fn:1] A book.\n\n[fn:2] A paper.',
  'org mode inline': 'It grew.[fn:: A book.] It fell.[fn:x: A paper.]',
  'rest numbered': 'It grew. [1]_ It fell. [2]_\n\n.. [1] A book.\n.. [2] A paper.',
  'rest auto': 'It grew. [#]_ It fell. [#]_\n\n.. [#] A book.\n.. [#] A paper.',
  'rest named': 'It grew. [#a]_ It fell. [#b]_\n\n.. [#a] A book.\n.. [#b] A paper.',
  'rest symbols': 'It grew. [*]_ It fell. [*]_\n\n.. [*] A book.\n.. [*] A paper.',
  'rest citation': 'It grew. [CIT2002]_ It fell. [DOE99]_\n\n.. [CIT2002] A book.\n.. [DOE99] A paper.',
  asciidoc: 'It grew.footnote:[A book.] It fell.footnote:[A paper.]',
  'asciidoc named': 'It grew.footnote:x[A book.] It fell.footnoteref:[y,A paper.]',
  textile: 'It grew.[1] It fell.[2]\n\nfn1. A book.\n\nfn2. A paper.',
  rfc: 'It grew [RFC2119]. It fell [RFC8174].\n\nReferences\n\n[RFC2119]  A book.\n\n[RFC8174]  A paper.',
  keys: 'It grew [Smi19]. It fell [DoeRoe20].\n\nReferences\n\n[Smi19] A book.\n\n[DoeRoe20] A paper.',
  'hash marks': 'It grew.[#1] It fell.[#2]\n\n[#1] A book.\n[#2] A paper.',
  'pinpoint colon behind': 'It grew.[3]:12 It fell.[4]:14–5\n\n[3] A book.\n[4] A paper.',
  'pinpoint comma inside': 'It grew [3, p. 12]. It fell [4, pp. 14-5].\n\n[3] A book.\n[4] A paper.',
  'page foot symbols': 'It grew.* It fell.†\n\n________________\n* A book.\n† A paper.\n\nMore of it came to be.',
  'page foot numbers': 'It grew.¹ It fell.²\n\n--------\n1 A book.\n2 A paper.\n\nMore of it came to be.',
  'double brackets': 'It grew.[[1]] It fell.[[2]]\n\n[[1]] A book.\n[[2]] A paper.',
  'Fn.': 'It grew (fn. 1). It fell (fn. 2).\n\nFn. 1: A book.\nFn. 2: A paper.',
  'see note': 'It grew (note 1). It fell (note 2).\n\nNotes\n\n1. A book.\n2. A paper.',
  'NB word notes': 'It grew.[1] It fell.[2]\n\nFootnote 1: A book.\nFootnote 2: A paper.',
  'dash numbers': 'It grew.[1] It fell.[2]\n\nNotes\n\n1 - A book.\n2 - A paper.',
  'roman upper': 'It grew.[I] It fell.[II]\n\n[I] A book.\n[II] A paper.',
  mmd: 'It grew.[#book] It fell.[#paper]\n\n[#book]: A book.\n[#paper]: A paper.',
  'latex raised': 'It grew.$^1$ It fell.$^2$\n\n$^1$ A book.\n$^2$ A paper.',
  'ends with arrow': 'It grew.[1] It fell.[2]\n\nNotes\n\n1. A book. ↩\n2. A paper. ↩︎',
  'pg txt numbered in braces after para': 'It grew.{1} It fell.{2}\n\n{1} A book.\n\n{2} A paper.\n\nMore came.',
  'pg txt [1] with indent multi-line': 'It grew.[1] It fell.[2]\n\n     [1] A\n         book.\n\n     [2] A paper.',
  'pg txt dagger': 'It grew.[*] It fell.[†]\n\n[*] A book.\n\n[†] A paper.',
  'pg txt footnotes heading end of chapter': 'It grew.[1] It fell.[2]\n\nFOOTNOTES\n\n  1 A book.\n\n  2 A paper.',
  'pg txt footnotes roman heading': 'It grew.[1] It fell.[2]\n\nNOTES TO CHAPTER I.\n\n[1] A book.\n\n[2] A paper.',
  'pg footnote inline bracket': 'It grew.[1] It fell.[2]\n\n[Footnote 1: A book.]\n[Footnote 2: A paper.]',
  'pg footnote star inline': 'It grew.* It fell.**\n\n[Footnote *: A book.]\n\n[Footnote **: A paper.]',
  'pg <1>': 'It grew.(1) It fell.(2)\n\n(1) A book.\n\n(2) A paper.',
  'pg notes list dot bracket': 'It grew.[1] It fell.[2]\n\nNotes:\n\n[1.] A book.\n\n[2.] A paper.',
  'Note 1 heading': 'It grew (Note 1). It fell (Note 2).\n\nNOTE 1. A book.\n\nNOTE 2. A paper.',
  'FN mark': 'It grew.[FN1] It fell.[FN2]\n\n[FN1] A book.\n\n[FN2] A paper.',
  'FN# mark': 'It grew.[FN#1] It fell.[FN#2]\n\n[FN#1] A book.\n\n[FN#2] A paper.',
  'space between': 'It grew. [ 1] It fell. [2 ]\n\n[1] A book.\n[2] A paper.',
  'endnote with dash': 'It grew.[1] It fell.[2]\n\n[1] — A book.\n[2] — A paper.',
  'mail style': 'It grew [1]. It fell [2].\n\n--\n[1] A book.\n[2] A paper.',
  'mail style colon': 'It grew [1]. It fell [2].\n\n[1]: A book.\n[2]: A paper.',
  'mail style dash': 'It grew [1]. It fell [2].\n\n[1] - A book.\n[2] - A paper.',
}

describe('two notes as they are typed', () => {
  it.each(Object.entries(TYPED))('%s', async (_how, text) => {
    const { document } = await readDocument(new TextEncoder().encode(`The Plan\n\n${text}\n`), { name: 'draft.txt' })
    const { citations, orphans } = readNotes(document)
    expect(citations.map((citation) => citation.text)).toEqual(['A book.', 'A paper.'])
    expect(orphans).toEqual([])
    expect(document.title).toBe('The Plan')
  })
  it.each<[string, string, string]>([
    ['stays text behind lines that follow each other', '1. A book.\n2. A paper.\n3. A letter.\n\n\nJane Doe wrote this\nfrom the coast', 'A letter.'],
    ['goes on in the note where it is set in', '1. A book.\n2. A paper.\n3. A letter.\n\n   It was long.', 'A letter. It was long.'],
    ['goes on in the note where blank lines part all of them', '1. A book.\n\n2. A paper.\n\n3. A letter.\n\nIt was long.', 'A letter. It was long.'],
  ])('what stands apart behind the last note %s', async (_how, notes, last) => {
    const { document } = await readDocument(new TextEncoder().encode(`The Plan\n\nIt grew.[1] It fell.[2] It stood.[3]\n\nReferences\n----------\n${notes}\n`), { name: 'draft.txt' })
    expect(readNotes(document).citations.map((citation) => citation.text)).toEqual(['A book.', 'A paper.', last])
  })
  it('no formula marks a note that is there', async () => {
    const { document } = await readDocument(new TextEncoder().encode('The Plan\n\nBread grew.^{1} It is $x_1^2$ and $$S_{1}^{2} = 4$$ and S_{2}, and US$5.^{2} So $6.\n\nReferences\n\n1. A book.\n2. A paper.\n'), { name: 'draft.txt' })
    expect(readNotes(document).citations.map(({ text }) => text)).toEqual(['A book.', 'A paper.'])
  })
  it('links of AsciiDoc in a note are words and their address', async () => {
    const { document } = await readDocument(new TextEncoder().encode('It grew.footnote:[See link:https://example.org/a[Bread].]'), { name: 'draft.txt' })
    expect(readNotes(document).citations[0]!.text).toBe('See Bread (https://example.org/a).')
  })
  it('addresses are links', async () => {
    const { document } = await readDocument(new TextEncoder().encode('It grew (see https://example.org/a_(b)). It fell: www.example.com/x, he said.\n'), { name: 'draft.txt' })
    expect(document.marks.map(({ kind, href, span }) => [kind, href, document.text.slice(span.start, span.end)])).toEqual([
      ['link', 'https://example.org/a_(b)', 'https://example.org/a_(b)'], ['link', 'http://www.example.com/x', 'www.example.com/x'],
    ])
  })
  it.each<[string, string]>([
    ['points of a list', 'It is *very* large:\n\n* it grew\n* it fell'],
    ['emphasis before a list of one', 'It is *very* large. *So* they say.\n\n* it grew'],
    ['an enumeration', 'He made points:\n\n(1) It grew a lot.\n\n(2) It fell again.\n\nSo he said.'],
    ['points counted in their sentence', '要点有三：①发展；②改革；③开放。\n\n① 发展经济。\n\n② 改革制度。'],
    ['what a transcript says between brackets', 'He came. [Applause] He spoke.\n\n[Applause] He went on.\n\n[Laughter] They laughed.'],
    ['names with any ending', 'It sets dh_* and patches/* apart.\n\n* It grew.'],
    ['classes of signs', 'It takes [a-z] and [0-9] and [0-9]{2} and [1-3], he said.\n\nIt is [a-z0-9].'],
    ['a number that a sentence opens with', 'It is f(0) or f(1) as he says (0) and (1).\n\n* 0 is returned if it grew\n* 1 is returned if it fell'],
    ['what is in no class of signs', 'It takes [^b-d] and [^x], he said.'],
    ['powers', 'It is 2^8 or 10^6 or x^2, he said, and m^2.\n\n2. It grew.'],
    ['a clock and a verse', 'At 10:30 in John 3:16 it fell.\n\n3: It grew.'],
    ['numbers of types and hearts', 'It is a list<1> of items <2> and I <3 it.\n\n<1 It grew.\n\nIt fell.'],
    ['callouts of a listing', 'It runs so:\n\n----\nrun it <1>\n----\n\n<1> It grew.\n<2> It fell.'],
    ['dates, fractions and paths', 'It was on 3/1/2020, 1/2/3 and in and/1/or/2/.\n\n/1/ It grew.\n\n/2/ It fell.'],
    ['houses below a heading', 'It burnt.\n\nNotes\n\n1A Main Street burnt down.\n\n3B Mill Road stood.'],
    ['classes of signs behind a caret', 'It takes ^[a-z] and ^[0-9] and ^[a-z 0-9], he said.'],
    ['formulas', 'It is $x_1^2$ and $$S_{1}^{2} = 4$$ and $r_p^2$ and S_{1}.\n\nIt grew.'],
    ['points with small Roman numbers', 'It grew for reasons: (i) bread; (ii) milk; (iii) cheese.\n\ni. It grew.\n\nii. It fell.\n\niii. It stood.'],
    ['editorial brackets', 'He said “[w]hat grew” and “[sic]” and “[tools]”.'],
  ])('no note is made of %s', async (_what, text) => {
    const { document } = await readDocument(new TextEncoder().encode(text), { name: 'draft.txt' })
    expect([document.blocks.filter(({ kind }) => kind === 'note'), readNotes(document).citations]).toEqual([[], []])
  })
})
