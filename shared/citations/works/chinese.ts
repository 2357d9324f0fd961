import type { CslItem, CslName } from '../citation.ts'
import { HOLE, tidy, type Scratch } from './scratch.ts'

const TITLE = /《([^》]{1,200})》|[〈「『]([^》〉」』]{1,200})[〉」』]/u
/** 题名[J]. 刊名: the letter says what kind of work it is (GB/T 7714). */
const KIND = /\[(J|M|N|D|R|C|P|S|Z|EB\/OL|J\/OL|N\/OL|OL)\]/
const TYPES: Record<string, string> = { J: 'article-journal', M: 'book', N: 'article-newspaper', D: 'thesis', R: 'report', C: 'paper-conference', P: 'patent', S: 'standard' }
const PUBLISHER = /(?:([\p{Script=Han}]{2,6})[:：]\s?)?([\p{Script=Han}]{2,20}(?:出版社|出版公司|书局|書局|印书馆|书店|書店|書房|新書|出版会|大学))|(?:^|[，,、])(出版社)(?=[，,、])/u
/** [美]约翰: where a writer comes from. */
const COUNTRY = /^[[［〔(（]\p{Script=Han}{1,3}[\]］〕)）]/u
const TRANSLATED = /[，,、]([\p{Script=Han}·]{2,8})译(?=[，,、]|$)/u
const EDITED = /(?:^|[，,、])([\p{Script=Han}·、]{2,20}?)(?:主编|编|編)(?=[：:，,]|$)/u


const names = (words: string): CslName[] => words.replace(/(?:著|编|主编|编著|等|译)$/u, '').split(/[、,，;；]\s?|\s(?=[\p{Script=Han}])/u).map((name) => name.trim()).filter((name) => name !== '').map((literal) => ({ literal }))

/** Chinese notes: "作者：《题名》，《刊物》2016年第3期，第12页", and GB/T 7714's "作者. 题名[J]. 刊名, 2019, 3(2): 12-14." Dates, pages and volumes are taken already. Null when the note is neither. */
export function readChinese(scratch: Scratch): CslItem | null {
  const kind = KIND.exec(scratch.text)
  if (kind) {
    const before = scratch.text.slice(0, kind.index).split(/[.．。]\s*/u).filter((piece) => piece.trim() !== '')
    const after = tidy(scratch.text.slice(kind.index + kind[0].length))
    const title = tidy(before.at(-1) ?? '')
    const item: CslItem = { type: TYPES[kind[1]![0]!] ?? 'webpage', ...(title ? { title } : {}) }
    if (before.length > 1) item.author = names(before.slice(0, -1).join('、'))
    const publisher = PUBLISHER.exec(after)
    if (publisher && item.type !== 'article-journal') {
      item.publisher = publisher[2]!
      if (publisher[1]) item['publisher-place'] = publisher[1]
    } else if (/\p{L}/u.test(after)) item['container-title'] = tidy(after.split(/[,，]/u)[0]!)
    scratch.text = ''
    return item
  }
  const title = TITLE.exec(scratch.text)
  if (!title) return null
  const item: CslItem = { type: 'document', title: (title[1] ?? title[2])! }
  const before = tidy(scratch.text.slice(0, title.index).replace(/^(?:参见|参看|见|转引自|另见)[:：]?/u, '').replace(COUNTRY, '')).replace(/[:：，,、]$/u, '').replace(/^[^\p{L}]+/u, '')
  if (before.length > 0 && before.length < 40) {
    if (/(?:报|社|网|杂志|日报|新闻|通讯社)$/u.test(before)) item.publisher = before
    else item.author = names(before)
  }
  let rest = scratch.text.slice(title.index + title[0].length)
  const isNewspaper = before === '' && /[报報]$/u.test(item.title!)
  if (isNewspaper) {
    const page = /第(\d+)版/u.exec(rest)
    scratch.text = rest.replace(page?.[0] ?? '', '').replace(/[，。、；：,.\s]+/gu, ' ')
    return { type: 'article-newspaper', 'container-title': item.title!, ...(page ? { page: page[1]! } : {}) }
  }
  const container = TITLE.exec(rest)
  if (container) {
    item['container-title'] = (container[1] ?? container[2])!
    item.type = 'article-journal'
    const editors = EDITED.exec(rest.slice(0, container.index))
    if (editors) item.editor = names(editors[1]!)
    rest = `${editors ? '' : rest.slice(0, container.index)}${HOLE.note}${rest.slice(container.index + container[0].length)}`
  }
  const translator = TRANSLATED.exec(rest)
  if (translator) {
    item.translator = names(translator[1]!)
    rest = rest.replace(translator[0], '')
  }
  const publisher = PUBLISHER.exec(rest)
  if (publisher) {
    item.publisher = publisher[2] ?? publisher[3]!
    if (publisher[1]) item['publisher-place'] = publisher[1]
    item.type = item['container-title'] ? 'chapter' : 'book'
    rest = rest.replace(publisher[0], '')
  }
  scratch.text = rest.replace(/[，。、；：,.\s版]+/gu, ' ')
  return item
}
