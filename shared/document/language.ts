/** Enough of a text to see which script it is written in. */
const SCRIPT_SAMPLE = 20_000
/** Chinese text holds few other letters; English text quoting Chinese names stays far below this. */
const CHINESE_SHARE = 0.5
/** Japanese mixes its own signs into Chinese ones; a Chinese text that quotes a Japanese name stays below this. */
const JAPANESE_SHARE = 0.1
/** Every sixth word of English prose is one of these; a French or German text has some of them by chance. */
const ENGLISH_SHARE = 0.08
const ENGLISH = new Set(['the', 'of', 'and', 'to', 'in', 'that', 'is'])

/** `zh` or `ja` by script, `en` for Latin letters with English function words, else undefined. */
export function languageOf(text: string): string | undefined {
  let [letters, kana, han, words, english] = [0, 0, 0, 0, 0]
  for (const [word] of text.slice(0, SCRIPT_SAMPLE).matchAll(/\p{L}+/gu)) {
    words++
    letters += word.length
    const first = word.charCodeAt(0)
    if (first < 0x3040) {
      if (word.length <= 4 && ENGLISH.has(word.toLowerCase())) english++
      continue
    }
    for (let index = 0; index < word.length; index++) {
      const code = word.charCodeAt(index)
      if (code >= 0x3040 && code <= 0x30ff) kana++
      else if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff)) han++
    }
  }
  if (letters === 0) return undefined
  if (kana / letters > JAPANESE_SHARE) return 'ja'
  if (han / letters > CHINESE_SHARE) return 'zh'
  return english / words > ENGLISH_SHARE ? 'en' : undefined
}
