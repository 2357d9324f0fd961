import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { AppError } from '#shared/errors.ts'
import type { OnPage } from '../importer.ts'
import { linksOf, outlineOf, placed, times, type LinkInFile } from './places.ts'
import type { Face, RawPage, RawPdf } from './raw-page.ts'
import { setUpright, type Drawn } from './set-upright.ts'
import { tagsOf, type StructureNode } from './tags.ts'

/** A file of more pages is a shelf of books: it is to be imported in parts. */
const MOST_PAGES = 3_000
/** Pages whose drawing is looked through for the names of their fonts. A font that first appears later is taken for an upright, regular one. */
const MOST_PAGES_FOR_FONTS = 60
/** Images larger than one sign are left undecoded: nothing of them is read. */
const LARGEST_IMAGE = 1
/** Letters of one page. More are no page but an attack or a drawing made of letters. */
const MOST_LETTERS = 400_000

const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/**
 * Everything that is written in a PDF and where it stands. Nothing is fetched (character maps and font metrics are the package's own files), drawn or run. `onPage` hears of each page.
 * Throws AppError `unreadable` (damaged, locked) or `too-large`.
 */
export async function openPdf(bytes: Uint8Array, name: string, onPage?: OnPage): Promise<RawPdf> {
  const pdf = await load(bytes, name)
  try {
    if (pdf.numPages > MOST_PAGES) {
      throw new AppError('too-large', `“${name}” has ${pdf.numPages} pages; up to ${MOST_PAGES} are read. Import the article alone, or a part at a time.`, { name, pages: pdf.numPages, limit: MOST_PAGES })
    }
    const labels = await pdf.getPageLabels().catch(() => null)
    const { title, language } = await describe(pdf)
    const isTagged = await hasTags(pdf)
    const [links, outline] = [await linksOf(pdf), await outlineOf(pdf)]
    const pages: RawPage[] = []
    const faces = new Map<string, Face>()
    let looked = 0
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number).catch(() => null)
      // A page that cannot be found is counted as an empty one: the others are still there.
      if (page === null) {
        pages.push({ number, width: 0, height: 0, runs: [], turned: [], links: [] })
        continue
      }
      const raw = await readPage(page, number, links.get(number) ?? [], isTagged)
      const label = labels?.[number - 1]
      pages.push(label && label !== String(number) ? { ...raw, label } : raw)
      const unknown = [...new Set(raw.runs.map(({ font }) => font))].filter((font) => !faces.has(font))
      if (unknown.length > 0 && looked < MOST_PAGES_FOR_FONTS) {
        looked++
        await nameFonts(page, unknown, faces)
      }
      page.cleanup()
      onPage?.(number, pdf.numPages)
      // Other requests are answered between two pages.
      await new Promise((resolve) => setImmediate(resolve))
    }
    return { pages, faces, outline, ...(title ? { title } : {}), ...(language ? { language } : {}) }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function load(bytes: Uint8Array, name: string): Promise<PDFDocumentProxy> {
  // The package draws pages as well and refuses to start without a browser's matrices; reading needs none of them.
  Object.assign(globalThis, { DOMMatrix: (globalThis as { DOMMatrix?: unknown }).DOMMatrix ?? class { } })
  // The package brings an Array.prototype.push of its own, many times as slow as the engine's, which every part of this thread would use.
  const { push } = Array.prototype
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  try {
    return await getDocument({
      // A copy: the package keeps what it is given for itself.
      data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS, isEvalSupported: false, enableXfa: false, useSystemFonts: false, useWorkerFetch: false, disableFontFace: true, maxImageSize: LARGEST_IMAGE,
      cMapUrl: join(PACKAGE, 'cmaps/'), cMapPacked: true, standardFontDataUrl: join(PACKAGE, 'standard_fonts/'),
    }).promise
  } catch (error) {
    const kind = (error as Error).name
    if (kind === 'PasswordException') throw new AppError('unreadable', `“${name}” is locked with a password. Save a copy without one and import that.`, { name })
    throw new AppError('unreadable', `“${name}” is damaged: its pages cannot be found (${(error as Error).message}). Save or download it again and import that.`, { name })
  } finally {
    Array.prototype.push = push
  }
}

async function describe(pdf: PDFDocumentProxy): Promise<{ title: string | undefined; language: string | undefined }> {
  const known = await pdf.getMetadata().catch(() => null)
  const info = known?.info as { Title?: unknown; Language?: unknown } | undefined
  return {
    title: typeof info?.Title === 'string' && info.Title.trim() !== '' ? info.Title.trim() : undefined,
    language: typeof info?.Language === 'string' && /^[a-z]{2,3}(?:-|$)/i.test(info.Language) ? info.Language : undefined,
  }
}

/** Whether the file says what its letters are, and does not say that this may be wrong. */
async function hasTags(pdf: PDFDocumentProxy): Promise<boolean> {
  const info = await pdf.getMarkInfo().catch(() => null) as { Marked?: boolean, Suspects?: boolean } | null
  return info?.Marked === true && info.Suspects !== true
}

async function readPage(page: PDFPageProxy, number: number, links: readonly LinkInFile[], isTagged: boolean): Promise<RawPage> {
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const drawn: Drawn[] = []
  let isSpaced = false
  let letters = 0
  const within: { tag: string, id: string | null }[] = []
  const tree = isTagged ? await page.getStructTree().catch(() => null) as StructureNode | null : null
  const reader = page.streamTextContent({ includeMarkedContent: tree !== null }).getReader()
  for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) {
    for (const item of value!.items) {
      if (!('str' in item)) {
        const { type, tag, id } = item as { type: string, tag?: string, id?: string | null }
        if (type === 'endMarkedContent') within.pop()
        else within.push({ tag: tag ?? '', id: id ?? null })
        continue
      }
      if (!/\S/.test(item.str)) {
        isSpaced = item.str !== '' && !item.hasEOL
        continue
      }
      letters += item.str.length
      drawn.push({ text: item.str, matrix: times(transform, item.transform as number[]), width: item.width, font: item.fontName, isSpaced, content: contentOf(within) })
      isSpaced = item.hasEOL ? false : /\s$/.test(item.str)
    }
    if (letters > MOST_LETTERS) {
      await reader.cancel()
      break
    }
  }
  const { turn, ...upright } = setUpright(drawn, width, height)
  return { number, ...upright, links: links.map((link) => placed(link, times(turn, transform))), ...(tree ? { tags: tagsOf(tree) } : {}) }
}

/** What letters stand in: the innermost marked content that the structure tree can name, unless some of it is said to be no text. */
function contentOf(within: readonly { tag: string, id: string | null }[]): string | undefined {
  if (within.length === 0) return undefined
  return within.some(({ tag }) => tag === 'Artifact') ? 'artifact' : within.findLast(({ id }) => id !== null)?.id ?? undefined
}

async function nameFonts(page: PDFPageProxy, fonts: readonly string[], faces: Map<string, Face>): Promise<void> {
  const isDrawn = await page.getOperatorList().then(() => true, () => false)
  for (const font of fonts) {
    const known = isDrawn && page.commonObjs.has(font) ? page.commonObjs.get(font) as { name?: string } | null : null
    const look = known?.name ?? ''
    faces.set(font, { isBold: /bold|black|heavy|semibold|demi/i.test(look), isItalic: /ital|obli/i.test(look) })
  }
}
