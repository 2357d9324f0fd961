import { median, quantile, round, table } from './statistics.mjs'

/** A key is answered, and a frame drawn, within this many ms: what the desk promises. */
const PROMISED = 50
const times = (value, floor) => `${round(value / floor)} ×`
const mb = (bytes) => `${round(bytes / 1024 / 1024)} MB`

/** What reading and analysing costs beside the platform's own sentence segmenter over the same paragraphs. */
export function analysisTable({ characters, copies, claims, ms, held, text, rounds }, name) {
  const once = { ours: median(ms.once.ours), floor: median(ms.once.floor) }
  const hundred = { ours: median(ms.hundred.ours), floor: median(ms.hundred.floor) }
  return `### Analysis\n\n\`analyse(readDocument(…))\` of ${name} (${characters} characters) and of ${copies} copies with the notes once, against bare \`Intl.Segmenter\` (sentences) over the same paragraphs. Medians of ${rounds.once} and ${rounds.hundred} alternating rounds.\n\n${table([
    ['', 'claims', 'Stet', 'bare segmenter', 'Stet ÷ segmenter', 'heap held', 'heap ÷ text (UTF-16)'],
    ['once', claims.once, `${round(once.ours)} ms`, `${round(once.floor)} ms`, times(once.ours, once.floor), '', ''],
    [`${copies} copies`, claims.hundred, `${round(hundred.ours)} ms`, `${round(hundred.floor)} ms`, times(hundred.ours, hundred.floor), mb(held.hundred), times(held.hundred, 2 * text.hundred)],
    [`÷ ${copies} × once (1 = linear)`, round(claims.hundred / claims.once / copies), round(hundred.ours / once.ours / copies), round(hundred.floor / once.floor / copies), '', '', ''],
  ])}`
}

/** Requests a second and slowest hundredth, ours beside a bare handler on the same rows. */
export function httpTable({ claims, exported, connections, requests, rounds, quiet, exporting, exportSeconds }) {
  const row = (title, list, call) => {
    const of = (server, figure) => median(list.map((one) => one[server][call][figure]))
    return [title, round(of('ours', 'perSecond')), round(of('bare', 'perSecond')), times(of('bare', 'perSecond'), of('ours', 'perSecond')), `${round(of('ours', 'p99'))} ms`, `${round(of('bare', 'p99'))} ms`, times(of('ours', 'p99'), of('bare', 'p99'))]
  }
  const size = (server) => median(quiet.map((one) => one[server].list.bytes))
  return `### HTTP\n\nAn article of ${claims} claims. Stet against a bare Express + better-sqlite3 handler (no validation, no joins, no hash chain) in a process of its own on a copy of the same database (WAL, synchronous FULL). ${connections} connections, ${requests.list} lists and ${requests.status} status changes (one transaction with its event) a round, medians of ${rounds} alternating rounds. A list is ${mb(size('ours'))} from Stet (with notes, findings, counts), ${mb(size('bare'))} bare. “While exporting”: Stet writes the HTML report of ${exported} claims again and again meanwhile (${exportSeconds.length} written, median ${round(median(exportSeconds))} s); the bare handler shares the machine with it.\n\n${table([
    ['', 'Stet /s', 'bare /s', 'bare ÷ Stet', 'Stet p99', 'bare p99', 'Stet ÷ bare'],
    row('list of claims', quiet, 'list'), row('status change', quiet, 'status'),
    row('list while exporting', exporting, 'list'), row('status change while exporting', exporting, 'status'),
  ])}`
}

/** An import beside the bare insert of the rows that it made. */
export function importTable({ claims, rows, rounds, read, keep, insert }) {
  const whole = read.map((seconds, index) => seconds + keep[index])
  const floor = median(insert)
  const row = (title, list) => [title, `${round(median(list))} s`, round(claims / median(list)), times(median(list), floor)]
  return `### Import\n\nA file of ${claims} claims over HTTP, against the bare INSERT of the ${rows} rows that it made, ready-made, through \`json_each\` in one transaction on a copy of the database. Medians of ${rounds} alternating rounds.\n\n${table([
    ['', 'time', 'claims/s', '÷ bare insert'],
    row('whole import', whole), row('reading (upload, analysis, preview)', read), row('keeping (checks, transaction)', keep), row('bare insert', insert),
  ])}`
}

/** Keys and scrolling beside the promise and beside the same page doing nothing. */
export function browserTable({ claims, presses, key, verdict, idle, opened, scroll }) {
  const row = (title, value, floor) => [title, `${round(value)} ms`, `${round(floor)} ms`, `${PROMISED} ms`, times(value, PROMISED)]
  return `### Browser\n\nAn article of ${claims} claims in Chromium, 1440 × 900 (opened in ${round(opened / 1000)} s). \`j\`: from the key event to the frame after the one in which the claim is current, ${presses} presses, half from the beginning, half from the middle; \`v\`: the same, with a verdict set before it moves on; their floor is an unbound key (the same two frames, nothing drawn). Scrolling: gaps between frames while the sheet turns ${scroll.pixels} px by the wheel (${Math.round(scroll.travelled)} px travelled); its floor is the same page at rest.\n\n${table([
    ['', 'Stet', 'floor', 'promised', '÷ promised'],
    row('`j`, median', median(key), median(idle)), row('`j`, 95 of 100', quantile(key, 0.95), quantile(idle, 0.95)),
    row('`v`, median', median(verdict), median(idle)), row('`v`, 95 of 100', quantile(verdict, 0.95), quantile(idle, 0.95)),
    row('scrolling, median frame', median(scroll.gaps), median(scroll.idleGaps)), row('scrolling, longest frame', Math.max(...scroll.gaps), Math.max(...scroll.idleGaps)),
  ])}`
}
