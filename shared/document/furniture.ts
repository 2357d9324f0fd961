/** A line of navigation or sharing is short; only a cookie notice runs longer. */
const LONGEST_LINE = 120
const LONGEST_COOKIE_NOTICE = 400

/** Whole lines that pages print around an article, whatever the site. */
const PHRASES = [
  /^((skip|jump) to (the )?(main )?(content|navigation|nav|search|main|article|footer)\s*){1,4}$/i,
  /^(back|return) to (the )?(top|home( ?page)?)$/i,
  /^(share|tweet|pin|print|e-?mail|save|bookmark|follow us|like us)( (this|the|on|via|us|to|with))?( (article|page|post|story|on|via|friends?|facebook|twitter|x|linkedin|whatsapp|reddit|e-?mail|instagram|youtube))*[.:!]?$/i,
  /^(menu|main menu|search|search this site|site navigation|toggle navigation|navigation|close|open menu|log ?in|sign in|sign up|log ?out|register|subscribe|subscribe now|donate|donate now|contact us|about us|home)$/i,
  /^(subscribe|sign up) (to|for) (our|the) .{0,60}(newsletter|updates|mailing list|alerts)\b.{0,30}$/i,
  /^(advertisement|advertising|sponsored( content)?|loading(…|\.\.\.)?|read more|show more|load more|see also:?|click here.{0,40})$/i,
  /^(related|recommended|popular|latest|more|trending) (articles?|posts?|stories|reading|content|news|topics)( from .{0,40})?:?$/i,
  /^(accept|reject|manage)( all)?( cookies| preferences)?$/i,
  /^(cookie|privacy) (policy|settings|preferences|notice)( [|·] .*)?$/i,
  /^(leave a (comment|reply)|add a comment|\d+ comments?|no comments( yet)?|view (all )?comments)$/i,
  /^\d{1,3}[- ]min(ute)?s? read$/i,
  /^(©|\(c\)|copyright)\s.{0,100}$/i,
  /^(previous|next|older|newer)( (page|post|article|story))?( ?[›»→←‹«])?$/i,
  /^(跳到|跳转到|跳至)(主要)?(内容|正文|导航)$|^(分享到?|打印|返回顶部|返回首页|上一篇|下一篇|登录|注册)[：:]?$/,
]
/** All of them at once: a line is tried once. */
const PHRASE = new RegExp(PHRASES.map(({ source }) => source).join('|'), 'i')
const COOKIES = /\b(we|this (web)?site|our (web)?site)\b.{0,40}\buses? (\w+ )?cookies\b/i

/** `Home › World › Asia`: two or more crumbs of a few words, a path from a home page. */
const BREADCRUMB = /^(home|start|front page|you are here:?|首页)\s*[>›»/|→]\s*\S.{0,90}$/i
const NAVIGATION_SIGN = /[|·•]/
const NAVIGATION_DIVIDER = /\s+[|·•]\s+/
/** A row of links has at least this many entries. */
const NAVIGATION_ENTRIES = 3
/** An entry of a row of links is a word or three. */
const WORDS_PER_ENTRY = 3

const isNavigationRow = (line: string): boolean => {
  const entries = line.split(NAVIGATION_DIVIDER)
  return entries.length >= NAVIGATION_ENTRIES
    && entries.every((entry) => /^\p{L}[\p{L}\p{M}'’&\s-]*$/u.test(entry) && entry.trim().split(/\s+/).length <= WORDS_PER_ENTRY)
}

const CONTENTS = /^\W*(?:(?:table of )?contents|on this page|in this (?:article|section)|目\s?[录錄次])\W*$/i

/** Whether a heading opens a list of the page's own parts. */
export const isContentsHeading = (heading: string): boolean => heading.length < 40 && CONTENTS.test(heading)

/** Whether a whole block of text is page furniture by its general shape: navigation, sharing, cookie notices. */
export function isFurniture(block: string): boolean {
  if (block.length > LONGEST_COOKIE_NOTICE) return false
  const line = block.trim()
  if (line.includes('ookies') && COOKIES.test(line)) return true
  if (line.length > LONGEST_LINE || line.includes('\n')) return false
  return PHRASE.test(line) || BREADCRUMB.test(line) || (NAVIGATION_SIGN.test(line) && isNavigationRow(line))
}
