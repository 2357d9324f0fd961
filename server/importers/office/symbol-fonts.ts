/** The Symbol font from 0x20 (Adobe's encoding: Unicode mapping file symbol.txt of unicode.org); a space stands where the font has nothing. */
const SYMBOL = ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'
const SYMBOL_UPPER = '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭'
/** The signs of Wingdings that stand in articles: bullets, ticks, arrows, numbers in circles. */
const WINGDINGS: Record<number, string> = {
  0x21: '✏', 0x22: '✂', 0x28: '☎', 0x2a: '✉', 0x4a: '☺', 0x6c: '●', 0x6d: '❍', 0x6e: '■', 0x6f: '□', 0x71: '❑', 0x72: '❒', 0x73: '⬧', 0x75: '◆', 0x76: '❖', 0x9f: '•', 0xa7: '▪', 0xa8: '◻', 0xd8: '➢', 0xdf: '←', 0xe0: '→', 0xe1: '↑', 0xe2: '↓', 0xe8: '➔', 0xf0: '⇨', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑',
  ...Object.fromEntries(Array.from({ length: 10 }, (_, index) => [0x81 + index, String.fromCodePoint(0x2460 + index)])),
}

/** Whether a font shows other signs than its codes say. */
export const isSymbolFont = (font: string): boolean => /^(?:symbol|wingdings)$/i.test(font)

/** What a symbol font shows for a code, in the private area (F000–F0FF) or plain; null when it is not known. */
export function readSymbol(font: string, code: number): string | null {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  if (/^symbol$/i.test(font)) {
    const sign = place >= 0xa0 ? [...SYMBOL_UPPER][place - 0xa0] : place >= 0x20 ? [...SYMBOL][place - 0x20] : undefined
    return sign === undefined || (sign === ' ' && place !== 0x20) ? null : sign
  }
  if (/^wingdings$/i.test(font)) return WINGDINGS[place] ?? null
  return code >= 0xe000 && code <= 0xf8ff ? null : String.fromCodePoint(code)
}
