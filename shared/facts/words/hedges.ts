import type { Hedge } from '../fact.ts'

/** Single words that hedge the figure behind them. */
export const HEDGE_WORDS: ReadonlyMap<string, Hedge> = new Map(Object.entries({
  about: 'about', around: 'about', approximately: 'about', approx: 'about', roughly: 'about', nearly: 'about', almost: 'about', circa: 'about', some: 'about', estimated: 'about', '~': 'about', '≈': 'about', '±': 'about',
  over: 'more-than', exceed: 'more-than', exceeds: 'more-than', exceeded: 'more-than', exceeding: 'more-than', surpass: 'more-than', surpasses: 'more-than', surpassed: 'more-than', surpassing: 'more-than', above: 'more-than', topping: 'more-than', topped: 'more-than', '>': 'more-than',
  under: 'less-than', below: 'less-than', '<': 'less-than', '≥': 'at-least', '≤': 'at-most', minimum: 'at-least', maximum: 'at-most', exactly: 'exact', precisely: 'exact',
}))
/** Words right before a figure that end a hedge ("more *than*", "at *least*"), or stand between it and the figure ("about *a* million"). */
export const HEDGES_BEFORE: readonly string[] = [...HEDGE_WORDS.keys(), 'than', 'to', 'of', 'least', 'most', 'as', '=', '.', 'at', 'a', 'an', 'the']
/** Words right behind a figure that begin one: "or more", "plus", "-odd", "at most", "and over". */
export const HEDGES_BEHIND: readonly string[] = ['+', 'plus', '-', 'at', 'and', 'or']
