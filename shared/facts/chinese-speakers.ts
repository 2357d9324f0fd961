import type { Attribution } from './speakers.ts'

/** A title or a pause, a name of two to four characters, a verb of saying. */
const CHINESE = /(?<=^|[\s，。；、：]|\p{Script=Han})(主席|总理|总统|部长|书记|教授|院长|主任|发言人|省长|市长|会长|经理|记者|)(\p{Script=Han}{2,4}?)(说|表示|指出|强调|认为|写道|称)[：:，,]?\s*$/u
const REACH = 40
const VERB_END = /(?:说|表示|指出|强调|认为|写道|称)[：:，,]?\s*$/u

/** "他在文中写道": he or she, and a verb of saying at the end. */
const PRONOUN = /[他她](?:们)?[^。！？“”「」]{0,20}(说|表示|指出|强调|认为|写道|称)[：:，,]?\s*$/u

/** "国家主席习近平说：“…”": who speaks in the Chinese words between two offsets, before a quotation. */
export function chineseBefore(text: string, from: number, to: number): Attribution | null {
  const start = Math.max(from, to - REACH)
  const words = text.slice(start, to)
  if (!VERB_END.test(words)) return null
  const pronoun = PRONOUN.exec(words)
  if (pronoun) return { speaker: 'pronoun', verb: pronoun[1]!, isDirect: true }
  const match = CHINESE.exec(words)
  if (!match) return null
  const name = start + match.index + match[0].indexOf(match[2]!, match[1]!.length)
  return { speaker: { span: { start: name, end: name + match[2]!.length }, ...(match[1] ? { role: match[1] } : {}) }, verb: match[3]!, isDirect: true }
}
