import { Stance } from '#shared/review/index.ts'

export const STANCE_WORDS: Record<Stance, string> = { supports: 'Supports', contradicts: 'Contradicts', context: 'Context' }
export const STANCE_HUE: Record<Stance, string> = { supports: 'verified', contradicts: 'disputed', context: 'unverifiable' }

/** What a piece of evidence says of the claim: the first thing said of it, and a key press each. */
export function StanceChoice({ stance, onChange }: { stance: Stance; onChange: (stance: Stance) => void }) {
  return (
    <div className="stances" role="group" aria-label="What it says of the claim">
      {Stance.options.map((option) => (
        <button key={option} type="button" className={STANCE_HUE[option]} aria-pressed={stance === option} onClick={() => onChange(option)}>{STANCE_WORDS[option]}</button>
      ))}
    </div>
  )
}

/** The fields that every piece of evidence has. */
export function PieceFields({ quote, locator, note, onQuote, onLocator, onNote }: { quote: string; locator: string; note: string; onQuote: (text: string) => void; onLocator: (text: string) => void; onNote: (text: string) => void }) {
  return (
    <>
      <label className="field"><span>Quote from it</span><textarea rows={2} value={quote} maxLength={20_000} onChange={(event) => onQuote(event.target.value)} /></label>
      <label className="field"><span>Page, paragraph or timestamp</span><input value={locator} maxLength={500} onChange={(event) => onLocator(event.target.value)} /></label>
      <label className="field"><span>What it shows</span><textarea rows={2} value={note} maxLength={20_000} onChange={(event) => onNote(event.target.value)} /></label>
    </>
  )
}
