/** A list without the room that it kept while it grew: what a claim holds is held as long as its article, some thousand times over. */
export const fitted = <T>(list: T[]): T[] => (list.length === 0 ? list : list.slice())
