/** One command of a transcript and what it is expected to say. */
export interface Step { command: string; expected: string; start: number; end: number }
export interface Transcript { inputs: { name: string; text: string }[]; steps: Step[] }

const FENCE = /^```(console|input(?: \S+)?)\n([\s\S]*?)^```$/gm

/** Reads a transcript: `input NAME` blocks are files, `console` blocks are commands with what they say (`$ `: command, `! `: standard error, `[exit N]`: any exit code but 0). */
export function readTranscript(markdown: string): Transcript {
  const inputs: Transcript['inputs'] = []
  const steps: Step[] = []
  for (const fence of markdown.matchAll(FENCE)) {
    const [whole, info = '', body = ''] = fence
    if (info.startsWith('input')) {
      inputs.push({ name: info.slice('input '.length), text: body })
      continue
    }
    const bodyStart = fence.index + whole.indexOf('\n') + 1
    const starts = [...body.matchAll(/^\$ /gm)].map((found) => found.index)
    for (const [index, start] of starts.entries()) {
      const end = starts[index + 1] ?? body.length
      const step = body.slice(start, end)
      const line = step.indexOf('\n')
      steps.push({ command: step.slice(2, line), expected: step.slice(line + 1), start: bodyStart + start, end: bodyStart + end })
    }
  }
  return { inputs, steps }
}

/** A command's answer as a transcript writes it. What differs from run to run is named in braces. */
export function writeAnswer({ out, err, code }: { out: string; err: string; code: number }, folder: string): string {
  const said = [out, err.replace(/^/gm, '! ').replace(/^! $/gm, '').trimEnd(), code === 0 ? '' : `[exit ${code}]`].filter((part) => part !== '').map((part) => (part.endsWith('\n') ? part : `${part}\n`))
  return said.join('').replaceAll('\r\n', '\n').replaceAll(folder, '{folder}')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '{id}').replace(/\b[0-9a-f]{64}\b/g, '{sha256}').replace(/\d+ bytes/g, '{n} bytes')
    // How many claims are read in the sample, and so their numbers, may change as reading gets better; its verdicts may not.
    .replace(/\d+ of \d+ settled/g, '{n} of {n} settled').replace(/\d+ claims/g, '{n} claims').replace(/^[A-Z]\w+: \d+$/gm, (line) => line.replace(/\d+$/, '{n}')).replace(/^\d+[a-z]?(?=  (?:Verified|Disputed))/gm, '{number}')
   .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|\d+ [A-Z][a-z]+ \d{4}, \d\d:\d\d UTC/g, '{time}')
}

/** The words of a command line; quotes hold words together. */
export const wordsOf = (command: string): string[] => [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((found) => found[1] ?? found[2] ?? found[3] ?? '')
