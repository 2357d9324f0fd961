/** Code in fences and in a line: what stands there means itself. */
const CODE = /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:\n\1|$(?![\s\S]))|`[^`\n]+`/gm

/** A text with its prose changed and its code as it was. */
function outsideCode(text: string, change: (prose: string) => string): string {
  if (!text.includes('`') && !text.includes('~~~')) return change(text)
  const pieces: string[] = []
  let done = 0
  for (const match of text.matchAll(CODE)) {
    pieces.push(change(text.slice(done, match.index)), match[0])
    done = match.index + match[0].length
  }
  pieces.push(change(text.slice(done)))
  return pieces.join('')
}

/** A tag of a template on lines of its own: `{% include figure.html %}` (Jekyll, Eleventy), `{{< figure >}}` (Hugo). */
const TEMPLATE_TAG = /^[ \t]*(?:\{%-?([^%]{0,2000}(?:%(?!\})[^%]{0,200}){0,50}?)-?%\}|\{\{[<%]([^{}]{0,2000}?)[>%]\}\})[ \t]*$/gm
const CAPTION = /\b(?:caption|title)\s*=\s*(["“])((?:\\.|(?!["”]).){3,1500}?)["”](?=\s|$)/
/** An image without an address: its words are all that is left of it. */
const LOST_IMAGE = /^[ \t]*!\[([^\]\n]{3,600})\][ \t]*$/gm
const HIGHLIGHT = /^[ \t]*(?:\{%-?|\{\{[<%])\s*highlight\b[^\n]*\n([\s\S]*?)\n[ \t]*(?:\{%-?|\{\{[<%])\s*\/?\s*(?:end)?highlight\b[^\n]*$/gm
/** Classes and names given to the block above (Kramdown) or to a heading (Pandoc), and the fences of Pandoc's own blocks. */
const ATTRIBUTE_LINE = /^[ \t]*(?:\{:[^{}\n]*\}|:{3,}[ \t]*(?:\{[^{}\n]*\}|[\w-]+(?:[ \t]+\{[^{}\n]*\})?)?[ \t]*:*)[ \t]*$/gm
const HEADING_ATTRIBUTE = /^(#{1,6}[ \t][^\n]*?)[ \t]*\{:?[ \t]*[#.][^{}\n]*\}[ \t]*$/gm
/** `[words](address){:target="_blank"}`. */
const LINK_ATTRIBUTE = /(\]\([^()\n]{0,1000}\))\{(?::|[.#]|[\w-]{1,30}=)[^{}\n]{0,200}\}/g
/** A formula set apart: `$$ … $$`, `\[ … \]`, an environment of LaTeX. */
const FORMULA = /^[ \t]*(?:\$\$[^$]{1,2000}\$\$(?:[ \t]*\(\d{1,3}[a-z]?\))?|\\{1,2}\[[\s\S]{1,2000}?\\{1,2}\]|\\begin\{(equation|align|gather|eqnarray)(\*?)\}[\s\S]{1,4000}?\\end\{\1\2\})[ \t]*[.,;]?[ \t]*$/gm

/** A raised number as a formula, as programs that read print write it: `$ ^ { 1 , 2 } $`. */
const RAISED = /\$\s?\^\s?\{\s?((?:\d{1,3}|[ivx]{1,5})(?:\s?[,;–-]\s?\d{1,3}){0,20})\s?\}\s?\$/g

const asCaption = (words: string): string => `\n<figcaption>\n\n${words.replace(/\s+/g, ' ')}\n\n</figcaption>\n`

/**
 * Markdown without what only the program that publishes it reads: tags of templates, classes of blocks. The caption that a tag gives stays, as a caption; formulas set apart and highlighted code become code.
 * Fenced code stays as it is.
 */
export function withoutPublishingSigns(source: string): string {
  const marked = source.replace(HIGHLIGHT, (_whole, code: string) => `\`\`\`\n${code}\n\`\`\``)
  return outsideCode(marked, (prose) => prose
    .replace(FORMULA, (formula) => `\n\`\`\`\n${formula.trim()}\n\`\`\`\n`)
    .replace(TEMPLATE_TAG, (_whole, liquid: string | undefined, hugo: string | undefined) => {
      const caption = CAPTION.exec(liquid ?? hugo ?? '')?.[2]
      return caption === undefined ? '' : asCaption(caption.replace(/\\(["'])/g, '$1'))
    })
    .replace(LOST_IMAGE, (_whole, caption: string) => asCaption(caption))
    .replace(ATTRIBUTE_LINE, '')
    .replace(HEADING_ATTRIBUTE, '$1')
    .replace(LINK_ATTRIBUTE, '$1')
    .replace(RAISED, (_whole, labels: string) => `^{${labels.replace(/\s/g, '')}}`))
}
