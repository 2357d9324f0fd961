/** YAML between `---` lines (Jekyll, Hugo, Pandoc), TOML between `+++` lines (Hugo, Zola). */
const FENCED = /^(?:---\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)|\+\+\+\n([\s\S]{0,20000}?)\n\+\+\+)[ \t]*(?:\n|$)/
/** Lines of a key and its value at the very top, up to the first blank line (MultiMarkdown, Pelican). */
const UNFENCED = /^(?:[A-Za-z][\w-]{0,40}:[ \t]*\S[^\n]{0,1000}\n){1,30}(?=\n)/
/** Keys that such lines have and a dialogue ("Question: …") has not; one of them must be there. */
const KNOWN_KEY = /^(?:title|authors?|date|slug|tags?|category|categories|layout|image|template|permalink|published|keywords|status|modified|summary)[ \t]*:/im
const TITLE = /^title[ \t]*[:=][ \t]*(["']?)(.+?)\1[ \t]*$/im

/** What stands before the words of a Markdown file for the program that publishes it, and the title it gives. */
export function readFrontMatter(source: string): { body: string, title?: string } {
  const fenced = FENCED.exec(source)
  const unfenced = fenced ? null : UNFENCED.exec(source)
  const front = fenced ? fenced[1] ?? fenced[2]! : unfenced && KNOWN_KEY.test(unfenced[0]) ? unfenced[0] : null
  if (front === null) return { body: source }
  const title = TITLE.exec(front)?.[2]
  return { body: source.slice((fenced ?? unfenced)![0].length), ...(title ? { title } : {}) }
}
