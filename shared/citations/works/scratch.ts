/** What was understood leaves a hole of its kind, so that later patterns see where it stood. Private-use characters: no text has a meaning for them. */
export const HOLE = { identifier: '\uE000', date: '\uE001', pages: '\uE002', volume: '\uE003', title: '\uE004', note: '\uE005' } as const
const HOLES = /[\uE000-\uE00F]/g

/** A note while it is read: what is understood is taken out, what is left at the end is the rest. */
export class Scratch {
  text: string

  constructor(text: string) {
    this.text = text.replace(HOLES, ' ').replace(/\s+/g, ' ').trim()
  }

  /** Takes the first match out, leaving a hole; `isMeant` may refuse it. The pattern must not be global. */
  take(pattern: RegExp, hole: string, isMeant: (match: RegExpExecArray) => boolean = () => true): RegExpExecArray | null {
    const match = pattern.exec(this.text)
    if (!match || !isMeant(match)) return null
    this.cut(match.index, match.index + match[0].length, hole)
    return match
  }

  cut(start: number, end: number, hole: string): void {
    // Without a hole, no space is left before the sign that follows.
    const before = this.text.slice(0, start)
    this.text = `${hole === '' && /^[\s.,;:]/.test(this.text.slice(end)) ? before.trimEnd() : before}${hole}${this.text.slice(end)}`
  }
}

/** A piece of a note without the signs around it and without holes; a full stop behind an initial or an abbreviation stays. */
export const tidy = (words: string): string => words.replace(HOLES, ' ').replace(/\(\s*[,;:.]*\s*\)|\[\s*[,;:.]*\s*\]/g, ' ').replace(/\s+/g, ' ').replace(/\s+([,;:.)\]])/g, '$1')
  .replace(/^[\s.,;:–—)\]*•-]+/, '').replace(/[\s,;:–—([-]+$/, '').replace(/([^.\s])\.$/, (whole, sign: string, at: number, all: string) => (/(?:^|[\s.])\p{Lu}\.$/u.test(all.slice(Math.max(0, at - 2))) || /\.\p{L}\.$/u.test(all.slice(-4)) ? whole : sign)).replace(/[,;:]+$/, '').trim()

/** Whether anything is written in these words. */
export const hasWords = (words: string): boolean => /[\p{L}\p{N}]/u.test(words)
