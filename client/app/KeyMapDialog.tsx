import { Dialog } from '../components/Dialog.tsx'
import { Key } from '../components/Key.tsx'
import { useSingleKeys } from '../components/preferences.ts'

const GROUPS: { title: string; keys: [string[], string][] }[] = [
  { title: 'Move', keys: [
    [['j', 'k'], 'next, previous claim'], [['.', ','], 'next, previous to decide'], [['Shift J', 'Shift K'], 'next, previous paragraph'], [['f', 'Shift F'], 'next, previous finding'],
    [['l'], 'look at both places'], [['t'], 'open or close the note'], [['Enter', 'Esc'], 'into the panel, back to the sheet'], [['Home', 'End'], 'first, last claim (focus in the list)'],
    [['/'], 'find in claims'], [['[', ']'], 'rail, panel'],
  ] },
  { title: 'Places', keys: [
    [['g', 'a'], 'Articles'], [['g', 'd'], 'Desk'], [['g', 'r'], 'Report'], [['g', 'c'], 'Checks'], [['g', ','], 'Settings'], [['j', 'k', 'Enter'], 'on Articles: walk the list, open'], [['i'], 'on Articles: import'], [['?'], 'all keys'],
  ] },
  { title: 'Decide', keys: [
    [['v'], 'verified'], [['d'], 'disputed'], [['q'], 'query'], [['c'], 'conflicting'], [['u'], 'unverifiable'], [['o'], 'on author'], [['w'], 'waive'], [['x'], 'back to to check'],
    [['Shift', 'key'], 'set, stay here'], [['s'], 'source result, then 1–9'], [['y'], 'was it said, is it true'], [['Ctrl Z'], 'undo'], [['Ctrl Shift Z'], 'redo'], [['Ctrl Enter'], 'keep what is typed, move on'], [['-'], 'dismiss the finding, with a reason'],
  ] },
  { title: 'Work', keys: [
    [['a'], 'attach evidence'], [['n'], 'reviewer note'], [['e'], 'edit the statement'], [['m'], 'make a claim of the selection'], [['b'], 'break the claim at the caret'], [['Shift M'], 'merge with the next'],
    [['Shift E'], 'extent: arrows move the end, Shift and arrows the start'], [['Delete'], 'delete the claim'], [['h'], 'history'], [['z'], 'fold settled'],
  ] },
]

/** All keys, on one page. */
export function KeyMapDialog({ onClose }: { onClose: () => void }) {
  const [single] = useSingleKeys()
  return (
    <Dialog title="All keys" onClose={onClose} wide>
      <p className="quiet">{single ? 'Keys act while no field has the focus. On a Mac, Cmd stands for Ctrl. Settings switches single keys off.' : 'Single keys are switched off in Settings; those with Ctrl still act.'}</p>
      <div className="key-map" role="region" aria-label="Keys by group" tabIndex={0}>
        {GROUPS.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map(([names, what]) => (
                <div key={what}>
                  <dt>{names.map((name) => <KeyName key={name} name={name} />)}</dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function KeyName({ name }: { name: string }) {
  return <><Key>{name}</Key><span className="sr">{name} </span></>
}
