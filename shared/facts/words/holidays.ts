/** A feast as a day of its year: of a month (1–12), so many days from Easter Sunday, or the nth of a day of the week (1 Monday; −1 the last) in a month. Those of one country are the United States’. */
export type Feast = { month: number; day: number } | { easter: number } | { month: number; weekday: number; nth: number }

/** Feasts that fall on a day a calendar tells; names in small letters with straight apostrophes. */
const FEASTS: Readonly<Record<string, Feast>> = {
  christmas: { month: 12, day: 25 }, 'christmas day': { month: 12, day: 25 }, 'christmas eve': { month: 12, day: 24 }, 'boxing day': { month: 12, day: 26 }, 'new year': { month: 1, day: 1 }, 'new year\'s day': { month: 1, day: 1 }, 'new year\'s eve': { month: 12, day: 31 },
  epiphany: { month: 1, day: 6 }, 'valentine\'s day': { month: 2, day: 14 }, 'may day': { month: 5, day: 1 }, 'bastille day': { month: 7, day: 14 }, halloween: { month: 10, day: 31 }, 'armistice day': { month: 11, day: 11 }, 'remembrance day': { month: 11, day: 11 },
  easter: { easter: 0 }, 'easter sunday': { easter: 0 }, 'easter day': { easter: 0 }, 'good friday': { easter: -2 }, 'easter monday': { easter: 1 }, 'ash wednesday': { easter: -46 }, 'palm sunday': { easter: -7 }, pentecost: { easter: 49 }, 'whit sunday': { easter: 49 }, 'whit monday': { easter: 50 },
  thanksgiving: { month: 11, weekday: 4, nth: 4 }, 'thanksgiving day': { month: 11, weekday: 4, nth: 4 }, 'memorial day': { month: 5, weekday: 1, nth: -1 }, 'labor day': { month: 9, weekday: 1, nth: 1 }, 'labour day': { month: 9, weekday: 1, nth: 1 },
}
/** A feast and the words of its name. */
export interface FeastName { words: readonly string[]; feast: Feast }
/** The feasts whose names begin with a word, the longest name first. */
export const FEASTS_FROM: ReadonlyMap<string, readonly FeastName[]> = Object.entries(FEASTS).map(([name, feast]): FeastName => ({ words: name.split(' '), feast })).sort((a, b) => b.words.length - a.words.length)
  .reduce((byFirst, named) => byFirst.set(named.words[0]!, [...(byFirst.get(named.words[0]!) ?? []), named]), new Map<string, FeastName[]>())
/** First words of these names. */
export const FEAST_STARTS: readonly string[] = [...FEASTS_FROM.keys()].flatMap((word) => (word.endsWith('\'s') ? [word, word.replace('\'', '’')] : [word]))
