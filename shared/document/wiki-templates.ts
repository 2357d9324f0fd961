/** What stands in the pieces of a template: `{{name|first|key=value}}`. Names and keys in small letters. */
interface Template { name: string; named: ReadonlyMap<string, string>; positional: readonly string[] }

function parse(inside: string): Template {
  const [name = '', ...pieces] = inside.split('|')
  const named = new Map<string, string>()
  const positional: string[] = []
  for (const piece of pieces) {
    const match = /^\s*([\w-]{1,40}(?:\s[\w-]{1,20})?)\s*=\s*([\s\S]*)$/.exec(piece)
    if (match) named.set(match[1]!.toLowerCase(), match[2]!.trim())
    else positional.push(piece.trim())
  }
  return { name: name.trim().toLowerCase().replaceAll('_', ' '), named, positional }
}

/** Templates that show their first piece, and those that show their second or last. */
const SHOWS_FIRST = /^(?:math|mvar|var|nowrap|nobr|small|big|abbr|sc|em|strong|kbd|code|ill|interlanguage link|lang-\w+|val|block indent|center|tooltip|vanchor|visible anchor|linktext|not a typo|start date|end date|birth date|as written|keypress|key|mono|tt|pslink|gaps|overline|sub|sup)$/
const SHOWS_LAST = /^(?:lang|langx|transl|transliteration|font|color|nihongo2|hover title)$/
const QUOTES = /^(?:block ?quote|quote|cquote|quotation|quote box|rquote|pull quote)$/
const SIGNS: Readonly<Record<string, string>> = { snd: ' – ', ndash: '–', 'spaced ndash': ' – ', '–': '–', mdash: '—', emdash: '—', '—': '—', nbsp: ' ', "'": '’', "'s": '’s', '!': '|', '=': '=', dot: ' · ', '·': ' · ' }
const CITES = /^(?:cite [\w ]{2,40}|citation|vcite \w+|cite)$/
const SHORT_FORM = /^(?:sfn|sfnp|sfnm|harvnb|harvp|harv|harvtxt|harvcol|harvcolnb)$/

/** What a template shows, as text in which notes are still `<ref>`; the empty string where it shows nothing that is read (boxes, maintenance, navigation). */
export function shownBy(inside: string): string {
  const template = parse(inside)
  const { name, named, positional } = template
  const first = named.get('1') ?? named.get('text') ?? positional[0] ?? ''
  if (CITES.test(name)) return citation(template)
  if (SHORT_FORM.test(name)) return shortForm(template)
  if (/^(?:efn|efn-[lu]a|refn|notetag|#tag:ref|note)$/.test(name) && first !== '') return `<ref${named.has('name') ? ` name="${named.get('name')!}"` : ''}>${first.replace(/<ref[^<>]*\/>/gi, '').replace(/<ref[^<>]*>((?:(?!<\/?ref)[\s\S])*)<\/ref\s*>/gi, ' ($1)')}</ref>`
  if (name === 'r') return positional.map((of) => `<ref name="${of}" />`).join('')
  if (/^(?:reflist|notelist|references)$/.test(name)) return named.has('refs') ? `<references>${named.get('refs')!}</references>` : ''
  if (/^isbn|^issn|^oclc|^doi$/.test(name)) return `${name.toUpperCase().replace('DOI', 'doi:')}${name === 'doi' ? '' : ' '}${first}`
  if (name === 'convert' || name === 'cvt') return `${first} ${positional[1] ?? ''}`.trim()
  if (name === 'circa' || name === 'c.') return `c. ${first}`.trim()
  if (name === 'frac') return positional.slice(-2).join('/')
  if (/^(?:us\$|usd|a\$|c\$|£|gbp|€|eur|¥|inr)$/.test(name)) return `${{ usd: 'US$', gbp: '£', eur: '€', inr: '₹' }[name] ?? name.toUpperCase()}${first}`
  if (name.startsWith('formatnum:')) return name.slice('formatnum:'.length)
  if (name === 'as of') return `As of ${positional.slice(0, 3).reverse().join(' ')}`
  if (QUOTES.test(name)) return `\n\n> ${(named.get('quote') ?? first).replace(/\s*\n\s*/g, ' ')}\n\n`
  if (name in SIGNS) return SIGNS[name]!
  if (SHOWS_FIRST.test(name)) return first
  return SHOWS_LAST.test(name) ? positional.at(-1) ?? '' : ''
}

/** `{{sfn|Smith|Doe|2019|p=14}}` → Smith & Doe 2019, p. 14. */
function shortForm({ name, named, positional }: Template): string {
  const year = positional.at(-1) ?? ''
  const names = positional.slice(0, -1)
  const who = names.length > 3 ? `${names[0]!} et al.` : [names.slice(0, -1).join(', '), names.at(-1) ?? ''].filter(Boolean).join(' & ')
  const page = named.get('p') ?? named.get('page')
  const pages = named.get('pp') ?? named.get('pages')
  const place = page ? `, p. ${page}` : pages ? `, pp. ${pages}` : named.has('loc') ? `, ${named.get('loc')!}` : ''
  const words = `${who} ${year}${place}`
  if (name.startsWith('sfn')) return `<ref>${words}.</ref>`
  return name === 'harv' || name === 'harvcol' ? `(${words})` : name === 'harvtxt' ? `${who} (${year}${place})` : words
}

const MOST_AUTHORS = 30

/** The people of one role, family names first: `last1`, `first1`, `author2`, `editor-last`. */
function people(named: Template['named'], role: 'author' | 'editor'): string {
  const found: string[] = []
  for (let index = 1; index <= MOST_AUTHORS; index += 1) {
    const of = (...keys: string[]): string => keys.flatMap((key) => [`${key}${index}`, ...(index === 1 ? [key] : [])]).map((key) => named.get(key)).find(Boolean) ?? ''
    const numbered = (part: string): string => named.get(`${role}${index}-${part}`) ?? ''
    const last = (role === 'author' ? of('last', 'author-last', 'surname') : of('editor-last', 'editor-surname')) || numbered('last')
    const first = (role === 'author' ? of('first', 'author-first', 'given') : of('editor-first', 'editor-given')) || numbered('first')
    const whole = role === 'author' ? of('author') : of('editor')
    if (last || whole) found.push(last ? [last, first].filter(Boolean).join(', ') : whole)
    else if (index > 1) break
  }
  return found.join('; ') || named.get(`${role}s`) || ''
}

/** A reference as Wikipedia prints it: Smith, Jane (2019). "Title". Work. 3 (2): 4–5. doi:… */
function citation({ name, named }: Template): string {
  const of = (...keys: string[]): string => keys.map((key) => named.get(key)).find(Boolean) ?? ''
  const date = of('date', 'year', 'publication-date')
  const who = people(named, 'author')
  const editors = people(named, 'editor')
  const work = of('journal', 'work', 'newspaper', 'magazine', 'website', 'periodical', 'encyclopedia', 'encyclopaedia', 'dictionary', 'conference', 'book-title')
  const title = of('title', 'script-title')
  const part = of('chapter', 'contribution', 'entry', 'article')
  const [quoted, container] = part ? [part, title] : work || /web|news|journal|magazine|av media|press release/.test(name) ? [title, work] : ['', title]
  const published = [of('location', 'place', 'publication-place'), of('publisher', 'institution', 'agency', 'via')].filter(Boolean).join(': ')
  const issue = of('issue', 'number')
  const pages = of('pages', 'pp')
  const page = of('page', 'p')
  const isJournal = of('journal', 'magazine', 'periodical') !== '' && of('volume') !== ''
  const volume = isJournal ? `${of('volume')}${issue ? ` (${issue})` : ''}${pages || page ? `: ${pages || page}` : ''}` : ''
  const within = part && editors ? `In ${editors} (ed.). ` : ''
  const edition = of('edition')
  const sentences = [
    who ? `${who}${date ? ` (${date})` : ''}` : '', quoted ? `"${quoted.replaceAll('"', '’')}"` : '', `${within}${container}`, volume,
    edition ? `${edition}${/ed\b|edition/i.test(edition) ? '' : ' ed.'}` : '', published, !isJournal && of('volume') ? `Vol. ${of('volume')}` : '', !isJournal && pages ? `pp. ${pages}` : !isJournal && page ? `p. ${page}` : '', who || !date ? '' : date,
    of('isbn') ? `ISBN ${of('isbn')}` : '', of('doi') ? `doi:${of('doi')}` : '', of('access-date', 'accessdate') ? `Retrieved ${of('access-date', 'accessdate')}` : '', of('url', 'chapter-url'),
  ]
  return sentences.map((sentence) => sentence.replace(/\s+/g, ' ').trim()).filter(Boolean).map((sentence) => /[.?!]["”]?$|^https?:/.test(sentence) ? sentence : `${sentence}.`).join(' ')
}
