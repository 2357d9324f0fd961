import { AppError } from '#shared/errors.ts'
import type { PageText } from './extract-text.ts'
import type { Fetched } from './web.ts'

/** Where sites send readers who are not signed in. */
const LOGIN_ADDRESS = /(?:^|[/._-])(?:log-?in|sign-?in|sso|saml|oauth2?|authenticate|authorize)(?:[/._?\s-]|$)/i
/** A page with a password field and fewer characters than this is a login page; a long one is an article with a login form in its corner. */
const LOGIN_PAGE_CHARACTERS = 1_500
/** Titles of pages that stand in for the one asked for, though their status says that all is well. */
const STAND_IN_TITLE = /^\W*(?:(?:error\s*)?404\b|(?:error\W+)?(?:page|file|article)?\s*not found\b|access denied|just a moment|attention required|are you (?:a )?(?:human|robot)|verify(?:ing)? you are human|service unavailable|403 forbidden)/i

/** A page that answered 4xx or 5xx is not the page. Returns why a fetch is not a capture, or null. */
export const statusRefusal = ({ status }: Pick<Fetched, 'status'>): AppError | null => {
  if (status >= 200 && status < 300) return null
  const details = { status }
  if (status === 401 || status === 407) return new AppError('capture-failed', `Asks for a login (${status}). Upload a copy, or note that you cannot access it.`, details)
  return new AppError('capture-failed', `Page answered ${status}.`, details)
}

/** A login page or an error page that claims to be fine: never a silent success. Returns why it is not the page asked for, or null. */
export function standInRefusal({ url, finalUrl }: Pick<Fetched, 'url' | 'finalUrl'>, page: PageText): AppError | null {
  const wasSentToLogin = finalUrl !== url && LOGIN_ADDRESS.test(new URL(finalUrl).pathname + ' ' + new URL(finalUrl).hostname) && !LOGIN_ADDRESS.test(new URL(url).pathname)
  if (wasSentToLogin || (page.asksForPassword && (page.text?.length ?? 0) < LOGIN_PAGE_CHARACTERS)) {
    return new AppError('capture-failed', 'Asks for a login. The capture holds the login page, not the article. Upload a copy, or note that you cannot access it.')
  }
  if (page.title !== null && STAND_IN_TITLE.test(page.title)) return new AppError('capture-failed', `Page calls itself “${page.title.slice(0, 80)}”. Open it in a browser; if it is there, upload a copy.`)
  return null
}
