import { AppError } from '#shared/errors.ts'
import { openArchive, type Archive } from '../archive/open-archive.ts'
import { childOf, childrenOf, readXml, wordsOf, type XmlElement } from '../xml/read-xml.ts'

const TRANSITIONAL = 'http://schemas.openxmlformats.org/'
const STRICT = 'http://purl.oclc.org/ooxml/'
/** The prefixes by which the reader knows names, whatever the file calls them. Sources: ECMA-376 (transitional and strict), [MS-DOCX]. */
const PREFIXES: Record<string, string> = {
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  ...Object.fromEntries(Object.entries({
    w: ['wordprocessingml/2006/main', 'wordprocessingml/main'], r: ['officeDocument/2006/relationships', 'officeDocument/relationships'], m: ['officeDocument/2006/math', 'officeDocument/math'],
    wp: ['drawingml/2006/wordprocessingDrawing', 'drawingml/wordprocessingDrawing'], a: ['drawingml/2006/main', 'drawingml/main'], pic: ['drawingml/2006/picture', 'drawingml/picture'],
    c: ['drawingml/2006/chart', 'drawingml/chart'], dgm: ['drawingml/2006/diagram', 'drawingml/diagram'],
  }).flatMap(([prefix, [transitional, strict]]) => [[TRANSITIONAL + transitional!, prefix], [STRICT + strict!, prefix]])),
}

export interface Relationship { type: string; target: string; isExternal: boolean }
/** One part that holds text, with what its relationship ids mean. */
export interface Story { root: XmlElement; links: ReadonlyMap<string, Relationship> }

/** The parts of a Word file that are read. */
export interface WordFile {
  main: Story
  footnotes: Story | null
  endnotes: Story | null
  comments: Story | null
  commentsExtended: XmlElement | null
  styles: XmlElement | null
  settings: XmlElement | null
  numbering: XmlElement | null
  /** A header or footer, by its relationship id in the main part. */
  margins: ReadonlyMap<string, Story>
  /** The title in the file's properties, "" where there is none. */
  title: string
}

/** The path of a relationship's target inside the package. */
function resolve(from: string, target: string): string {
  const path = target.startsWith('/') ? target : `${from.replace(/[^/]*$/, '')}${target}`
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** Opens a Word file and reads its parts, found through the package's relationships and not by their names. Throws AppError `unreadable`, `too-large`. */
export async function openWordFile(bytes: Uint8Array, file: string): Promise<WordFile> {
  const archive = await openArchive(bytes, file)
  const nameOf = new Map(archive.names.map((name) => [name.toLowerCase(), name]))
  const read = async (path: string): Promise<XmlElement | null> => {
    const part = await archive.read(nameOf.get(path.toLowerCase()) ?? '')
    return part && readXml(part, { part: path, file, prefixes: PREFIXES })
  }
  const linksOf = async (path: string): Promise<Map<string, Relationship>> => {
    const root = await read(path.replace(/[^/]*$/, (name) => `_rels/${name}.rels`))
    return new Map(childrenOf(root ?? undefined, 'rel:Relationship').map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) =>
      [Id, { type: Type.replace(/^.*\//, ''), target: TargetMode === 'External' ? Target : resolve(path, Target), isExternal: TargetMode === 'External' }]))
  }
  const story = async (path: string | undefined): Promise<Story | null> => {
    const root = path === undefined ? null : await read(path)
    return root && { root, links: await linksOf(path!) }
  }
  const packageLinks = [...(await linksOf('')).values()]
  const mainPath = packageLinks.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml'
  const main = await story(mainPath)
  if (main?.root.name !== 'w:document') throw noText(file, archive)
  const partOf = (wanted: string): string | undefined => [...main.links.values()].find(({ type, isExternal }) => type === wanted && !isExternal)?.target
  const optional = async (path: string | undefined): Promise<XmlElement | null> => path === undefined ? null : read(path)
  const margins = new Map<string, Story>()
  for (const [id, { type, target }] of main.links) {
    const margin = type === 'header' || type === 'footer' ? await story(target) : null
    if (margin) margins.set(id, margin)
  }
  const core = await optional(packageLinks.find(({ type }) => type === 'core-properties')?.target)
  const title = childOf(core ?? undefined, 'dc:title')
  return {
    main, margins,
    footnotes: await story(partOf('footnotes')), endnotes: await story(partOf('endnotes')), comments: await story(partOf('comments')),
    commentsExtended: await optional(partOf('commentsExtended')), styles: await optional(partOf('styles')), settings: await optional(partOf('settings')), numbering: await optional(partOf('numbering')),
    title: title ? wordsOf(title).trim() : '',
  }
}

const noText = (file: string, { names }: Archive): AppError =>
  new AppError('unreadable', `“${file}” holds no Word document (${names.length} files, none of them its text). Open it in Word or LibreOffice, save it again as .docx and import that file.`, { name: file })
