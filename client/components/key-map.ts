// Not kept: whether the list of keys is open lives as long as the page.
const watchers = new Set<() => void>()
let open = false
/** The list of all keys, opened by `?` from anywhere. */
export const keyMap = {
  isOpen: (): boolean => open,
  show: (next: boolean): void => {
    open = next
    watchers.forEach((watcher) => watcher())
  },
  watch: (watcher: () => void): (() => void) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  },
}
