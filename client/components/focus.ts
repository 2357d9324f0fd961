import { useLayoutEffect, type RefObject } from 'react'

/**
 * Moves the focus to an element whenever `when` comes to be something, or another thing than it was; never while it is false.
 * At once, not after the paint: whoever sees a field types.
 */
export const useFocus = (element: RefObject<HTMLElement | null>, when: string | boolean = true): void => {
  useLayoutEffect(() => {
    if (when) element.current?.focus()
  }, [element, when])
}
