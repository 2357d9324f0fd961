import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { isSingleKey, strokeName } from './key-names.ts'
import { singleKeysOn } from './preferences.ts'

/** By name of the stroke (`j`, `Shift+J`, `Ctrl+Z`, `Enter`, sequences as `g a`). Handling prevents the browser's own action. */
export type Bindings = Readonly<Record<string, (event: KeyboardEvent) => void>>

interface Layer {
  bindings: Bindings
  inDialog: boolean
}

const layers: Layer[] = []
const watchers = new Set<() => void>()
let prefix: string | null = null
const setPrefix = (next: string | null): void => {
  prefix = next
  watchers.forEach((watcher) => watcher())
}

/** Whether typing goes into a field there, so that single keys must stay letters. */
const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['button', 'checkbox', 'radio', 'submit', 'reset', 'file', 'range'].includes(target.type)))

/** Enter on a control is the control's own. */
const isOwnEnter = (name: string, target: EventTarget | null): boolean => name === 'Enter' && target instanceof Element && target.closest('button, a[href], summary, [role="button"]') !== null

const applicable = (): Layer[] => {
  const dialogOpen = document.querySelector('dialog[open]') !== null
  return layers.filter((layer) => !dialogOpen || layer.inDialog).reverse()
}

const onKeyDown = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.isComposing || isTextField(event.target)) return
  const stroke = strokeName(event)
  if (stroke === null || (isSingleKey(stroke) && !singleKeysOn()) || isOwnEnter(stroke, event.target)) return
  const name = prefix === null ? stroke : `${prefix} ${stroke}`
  const current = applicable()
  const handler = current.find((layer) => layer.bindings[name])?.bindings[name]
  if (prefix !== null) setPrefix(null)
  if (handler) {
    event.preventDefault()
    handler(event)
  } else if (current.some((layer) => Object.keys(layer.bindings).some((bound) => bound.startsWith(`${name} `)))) {
    event.preventDefault()
    setPrefix(name)
  }
}

/**
 * Binds keys while the component is mounted and `enabled`. The binding mounted last wins. Keys act outside text fields only; while a dialog is
 * open only those with `inDialog` act.
 */
export const useKeys = (bindings: Bindings, { enabled = true, inDialog = false }: { enabled?: boolean; inDialog?: boolean } = {}): void => {
  const latest = useRef(bindings)
  useLayoutEffect(() => {
    latest.current = bindings
  })
  useEffect(() => {
    if (!enabled) return
    const layer: Layer = { get bindings() { return latest.current }, inDialog }
    if (layers.length === 0) window.addEventListener('keydown', onKeyDown)
    layers.push(layer)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
      if (layers.length === 0) window.removeEventListener('keydown', onKeyDown)
    }
  }, [enabled, inDialog])
}

/** The first key of a sequence that waits for its second, so that the foot can show the choices; null when none waits. */
export const useKeySequence = (): string | null =>
  useSyncExternalStore((watcher) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  }, () => prefix)
