import { expect, test } from 'vitest'
import { extractText } from '#server/sources/extract-text.ts'
import { standInRefusal, statusRefusal } from '#server/sources/refusal.ts'

const article = `<p>${'The bridge opened in 1932 and carries eight lanes of traffic across the harbour every day. '.repeat(6)}</p>`
const page = (body: string, title = 'The bridge') => `<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`

test('reads the main part of a page, a line to each paragraph, without menus and scripts', () => {
  const { title, text, asksForPassword } = extractText(page(`<nav><a href="/">Home</a></nav><article><h1>The bridge</h1>${article}${article}</article><script>alert(1)</script>`))
  expect(title).toBe('The bridge')
  expect(text!.match(/opened in 1932/g)).toHaveLength(12)
  expect(text).toContain('\n')
  expect(text).not.toMatch(/alert|Home/)
  expect(asksForPassword).toBe(false)
})
test('a short page is read whole; cells are kept apart', () => {
  expect(extractText(page('<table><tr><td>China</td><td>1.92</td></tr></table>')).text).toMatch(/China\s+1\.92/)
})
test('what is no page at all is no reason to fail', () => {
  expect(extractText('').text).toBeNull()
  expect(extractText('<div>'.repeat(50_000)).text).toBeNull()
  expect(extractText(`<${'a'.repeat(50_000)}`)).toBeDefined()
})

const fetched = (over = {}) => ({ url: 'https://example.org/story', finalUrl: 'https://example.org/story', status: 200, ...over })
test('a page that answers 4xx or 5xx is not a capture', () => {
  expect(statusRefusal(fetched())).toBeNull()
  expect(statusRefusal(fetched({ status: 404 }))!.message).toBe('Page answered 404.')
  expect(statusRefusal(fetched({ status: 503 }))!.message).toBe('Page answered 503.')
  expect(statusRefusal(fetched({ status: 401 }))!.message).toContain('Asks for a login')
})
test('a login page or an error page that answers 200 is not a capture either', () => {
  const login = extractText(page('<form><input type="password" name="p"></form>', 'Welcome'))
  expect(standInRefusal(fetched(), login)!.message).toContain('Asks for a login')
  expect(standInRefusal(fetched({ finalUrl: 'https://example.org/login?next=/story' }), extractText(page(article)))!.message).toContain('Asks for a login')
  expect(standInRefusal(fetched(), extractText(page('<p>Sorry</p>', 'Page not found – Example')))!.message).toContain('Page not found')
  expect(standInRefusal(fetched(), extractText(page('<p>…</p>', 'Just a moment...')))).not.toBeNull()
})
test('an article with a login form in its corner, one about logins, and one about what was not found are captures', () => {
  expect(standInRefusal(fetched(), extractText(page(`<article>${article.repeat(5)}</article><form><input type="password"></form>`)))).toBeNull()
  expect(standInRefusal(fetched({ url: 'https://example.org/login', finalUrl: 'https://example.org/login/' }), extractText(page(article)))).toBeNull()
  expect(standInRefusal(fetched(), extractText(page(article, 'Evidence not found at the scene')))).toBeNull()
})
