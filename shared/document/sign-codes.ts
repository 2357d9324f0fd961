/** The code units of some signs, for looks at a text character by character. */
export const codesOf = (signs: string): ReadonlySet<number> => new Set(Array.from(signs, (sign) => sign.charCodeAt(0)))
