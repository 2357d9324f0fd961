import type { BlockKind } from '#shared/document/document.ts'

/** What a paragraph is, by its style and its own properties. */
export interface ParagraphRole { kind: BlockKind; level?: number }

export const DEEPEST_HEADING = 6

// Built-in styles keep their English name in every language of Word and LibreOffice; other programs write their own language's.
const HEADING = /^(?:heading|überschrift|titre|título|titolo|titre de section|kop|rubrik|otsikko|nagłówek|заголовок|标题|標題|見出し|overskrift|encabezado|nadpis|címsor|başlık|제목)[ _-]?([1-9])$/i
const TITLE = /^(?:title|titel|titre|título|titolo|tytuł|название|标题|標題|表題|document title)$/i
const CAPTION = /^(?:.*\bcaption|beschriftung|légende|legenda|leyenda|题注|圖說|図表番号)$/i
const QUOTE = /^(?:(?:intense |block )?quot(?:e|ation)s?(?: block)?|block ?(?:text|quot(?:e|ation)s?)|quotations|zitat|intensives zitat|citation|citation intense|cita|citazione|引用|引文)$/i
const CODE = /^(?:source code|code|html preformatted|preformatted text|verbatim)$/i
const CONTENTS = /^(?:toc(?: heading|\s?\d)|contents? (?:heading|\d)|table of (?:figures|authorities)|toa heading|index(?: heading|\s?\d))$/i

/** What a style's name and the names of its ancestors say of its paragraphs; null when they say nothing. */
export function roleOfNames(names: readonly string[]): ParagraphRole | null {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  if (has(CONTENTS)) return { kind: 'furniture' }
  if (has(TITLE)) return { kind: 'title' }
  const level = names.map((name) => HEADING.exec(name)?.[1]).find((each) => each !== undefined)
  if (level !== undefined) return { kind: 'heading', level: Math.min(Number(level), DEEPEST_HEADING) }
  if (has(CAPTION)) return { kind: 'caption' }
  if (has(CODE)) return { kind: 'code' }
  return has(QUOTE) ? { kind: 'quote' } : null
}
