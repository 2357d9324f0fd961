import { grouped } from './grouped.ts'
import { lettersOf, rightOf, type RawPage, type RawPdf, type Run } from './raw-page.ts'
import { ARTIFACT, type Tag } from './tags.ts'

/** A file's tags are followed where they hold this share of its letters, and not more than this share is said to be no text. */
const TAGGED_SHARE = 0.95
const ARTIFACT_SHARE = 0.25
/** Pages of so many letters that are one block each, where they are half of such pages, say nothing of paragraphs. */
const FULL_PAGE = 1_500
const ONE_BLOCK_SHARE = 0.5
/** Blocks that break off within a sentence: past this share each line is a block. */
const BROKEN_SHARE = 0.2
/** Blocks that stand above the one before them in the same column: past this share the order is that of the drawing. */
const UPWARD_SHARE = 0.1

/** A block of a page as its tags have it. */
interface TaggedBlock { tag: Tag; runs: Run[] }

/** Each run with its tag where the file's tags can be followed; the file as it is where it has none, or they cannot. Letters that the tags forgot stay as they are. */
export function withTags(pdf: RawPdf): RawPdf {
  if (!pdf.pages.some(({ tags }) => tags && tags.tags.size > 0)) return pdf
  const pages = pdf.pages.map((page) => ({ ...page, runs: page.runs.map((run) => withTag(run, page)) }))
  return areToBeFollowed(pages) ? { ...pdf, pages } : pdf
}

function withTag(run: Run, { tags }: RawPage): Run {
  const tag = run.content === undefined ? undefined : run.content === 'artifact' ? ARTIFACT : tags?.tags.get(run.content)
  return tag ? { ...run, tag } : run
}

function areToBeFollowed(pages: readonly RawPage[]): boolean {
  const runs = pages.flatMap((page) => page.runs)
  const artifacts = lettersOf(runs.filter(({ tag }) => tag === ARTIFACT))
  const all = lettersOf(runs)
  if (artifacts > ARTIFACT_SHARE * all || lettersOf(runs.filter(({ tag }) => tag && tag !== ARTIFACT)) < TAGGED_SHARE * (all - artifacts)) return false
  const blocks = pages.map(blocksOf)
  const full = blocks.filter((own) => own.reduce((sum, { runs: each }) => sum + lettersOf(each), 0) > FULL_PAGE)
  if (full.filter((own) => own.length === 1).length > ONE_BLOCK_SHARE * full.length) return false
  const pairs = blocks.flatMap((own) => own.slice(1).map((next, index) => [own[index]!, next] as const)).filter((pair) => pair.every(({ tag }) => tag.kind === undefined))
  return pairs.filter(([a, b]) => breaksOff(a, b)).length <= BROKEN_SHARE * pairs.length && pairs.filter(([a, b]) => standsAbove(b, a)).length <= UPWARD_SHARE * pairs.length
}

/** The blocks of a page in the order of its tags, artifacts left out. */
function blocksOf({ runs }: RawPage): TaggedBlock[] {
  const blocks = grouped(runs.filter(({ tag }) => tag !== undefined && tag !== ARTIFACT), ({ tag }) => tag!.block)
  return [...blocks.values()].map((own) => ({ tag: own[0]!.tag!, runs: own })).sort((a, b) => a.tag.block - b.tag.block)
}

const breaksOff = (a: TaggedBlock, b: TaggedBlock): boolean => /[\p{Ll},-]\s*$/u.test(a.runs.at(-1)!.text) && /^\s*\p{Ll}/u.test(b.runs[0]!.text)

/** Whether a block stands above another one, within its width. */
function standsAbove(block: TaggedBlock, other: TaggedBlock): boolean {
  const [a, b] = [block, other].map(({ runs }) => ({ left: Math.min(...runs.map(({ x }) => x)), right: Math.max(...runs.map(rightOf)), top: Math.min(...runs.map(({ y }) => y)) })) as [Extent, Extent]
  return a.top < b.top - 1 && a.left < b.right && a.right > b.left
}
interface Extent { left: number; right: number; top: number }
