/** A piece of HTML that is known to be well made. Only the `html` tag makes it from text, and it escapes what it is given. */
export class Markup {
  constructor(readonly source: string) {}
}
export type Content = Markup | string | number | null | false | undefined | readonly Content[]

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** Characters that no HTML document may hold (C0 and C1 controls but tab and line ends, lone surrogates). */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

export const escape = (text: string): string => text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)

const source = (content: Content): string => {
  if (content === null || content === false || content === undefined) return ''
  if (content instanceof Markup) return content.source
  if (typeof content === 'object') return content.map(source).join('')
  return escape(String(content))
}

/** Template tag: everything put in is escaped, but for Markup. Attribute values must stand in quotes. */
export const html = (strings: TemplateStringsArray, ...values: Content[]): Markup => new Markup(strings.reduce((made, string, index) => made + source(values[index - 1]) + string))

/** Whether an address may be followed: http or https, with nothing a browser would strip or an address would not hold. */
export const isWebAddress = (address: string): boolean => /^https?:\/\/[^\s<>"'`\\\u0000-\u0020\u007f]+$/i.test(address)

/** A link where the address may be followed, else its words alone. */
export const link = (address: string | null, words: Content): Markup => (address !== null && isWebAddress(address) ? html`<a href="${address}" rel="noreferrer noopener">${words}</a>` : html`${words}`)
