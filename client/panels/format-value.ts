/** Six significant digits: more than any of these series is known to, and narrow no-break spaces between thousands. */
export const formatValue = (value: number): string => Number(value.toPrecision(6)).toLocaleString('en-GB', { maximumFractionDigits: 6 }).replaceAll(',', '\u202f')
