export const SUPERLATIVES: readonly string[] = 'largest biggest highest lowest smallest fastest slowest longest shortest oldest youngest richest poorest tallest deepest busiest strongest weakest wealthiest greatest heaviest hottest coldest wettest driest'.split(' ')
/** Words at which a place in an order may be told. */
export const RANK_CUES: readonly string[] = 'no nos number nr № # ranks ranked ranking rank came comes finished finishes finish placed top leader more last next penultimate antepenultimate'.split(' ')
