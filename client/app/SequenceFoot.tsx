import { Key } from '../components/Key.tsx'
import { useKeySequence } from '../components/keys.ts'

/** What may follow the first key of a sequence. */
const CHOICES: Record<string, [string, string][]> = { g: [['a', 'Articles'], ['d', 'Desk'], ['r', 'Report'], ['c', 'Checks'], [',', 'Settings']] }

/** While a sequence waits for its second key: the choices, at the foot. `articleOpen`: Desk and Report can be gone to. */
export function SequenceFoot({ articleOpen }: { articleOpen: boolean }) {
  const first = useKeySequence()
  const choices = CHOICES[first ?? '']?.filter(([key]) => articleOpen || (key !== 'd' && key !== 'r'))
  return (
    <div role="status" className={choices ? 'sequence' : 'sr'}>
      {choices && <><Key>{first}</Key> then {choices.map(([key, place]) => <span key={key}><kbd>{key}</kbd> {place}</span>)}<span><kbd>Esc</kbd> leave it</span></>}
    </div>
  )
}
