/** What comes this near to the sheet's window is drawn whole and measured, so that marks and margins are there before it comes into sight. */
const AHEAD = '1200px 0px'

const waiting = new WeakMap<Element, () => void>()
const watchers = new WeakMap<Element, IntersectionObserver>()

/** Calls once when the element comes near the window of what scrolls it; returns how to stop waiting. One observer for all that one sheet holds. */
export function whenNear(element: Element, then: () => void): () => void {
  const sheet = element.closest('.sheet')
  if (!sheet) return () => undefined
  const watcher = watchers.get(sheet) ?? new IntersectionObserver((entries, self) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue
      waiting.get(target)?.()
      waiting.delete(target)
      self.unobserve(target)
    }
  }, { root: sheet, rootMargin: AHEAD })
  watchers.set(sheet, watcher)
  waiting.set(element, then)
  watcher.observe(element)
  return () => {
    waiting.delete(element)
    watcher.unobserve(element)
  }
}
