/** A list without the room that it kept while it grew: what a claim holds is held as long as its article, some thousand times over. */
export const fitted = <T>(list: T[]): T[] => (list.length === 0 ? list : list.slice())

/** A list made at its length, which whoever asks for it fills at once. */
// oxlint-disable-next-line unicorn/no-new-array -- the length is meant, and no other form keeps the list from growing
export const listOf = <T>(length: number): T[] => new Array<T>(length)
