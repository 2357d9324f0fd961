const STORE = 'stet.reasons'
/** How many earlier reasons are offered: as many as fit under the field without hiding the evidence. */
const OFFERED = 5

/** The last reasons given in this browser, newest first. */
export function lastReasons(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]')
    return Array.isArray(kept) ? kept.filter((reason): reason is string => typeof reason === 'string').slice(0, OFFERED) : []
  } catch {
    return []
  }
}

export function rememberReason(reason: string): void {
  const kept = [reason, ...lastReasons().filter((earlier) => earlier !== reason)].slice(0, OFFERED)
  try {
    localStorage.setItem(STORE, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing only loses the suggestions.
  }
}
