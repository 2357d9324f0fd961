import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const css = readFileSync(fileURLToPath(new URL('../../client/styles/tokens.css', import.meta.url)), 'utf8')
type Light = 'day' | 'lamp'
const colours = new Map([...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(([, name, day, lamp]) => [name ?? '', { day: day ?? '', lamp: lamp ?? '' }]))
const colour = (name: string, light: Light): string => {
  const found = colours.get(name)
  if (!found) throw new Error(`tokens.css has no colour --${name}`)
  return found[light]
}

/** Relative luminance and contrast: WCAG 2.2, definitions. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const SURFACES = ['desk', 'rail', 'page', 'panel', 'raised', 'fold']
const STATUSES = ['to-check', 'querying', 'verified', 'disputed', 'conflicting', 'unverifiable', 'on-author', 'waived', 'recheck']
const lowest = (name: string, on: string[], light: Light): number => Math.min(...on.map((surface) => contrast(colour(name, light), colour(surface, light))))

describe.each(['day', 'lamp'] as const)('colours by %s', (light) => {
  it.each(['ink', 'ink-2', 'ink-3', 'pencil'])('%s is legible on every surface', (name) => expect(lowest(name, SURFACES, light)).toBeGreaterThanOrEqual(4.5))
  it.each(STATUSES)('%s is legible on every surface, its own wash and the pencil wash', (name) =>
    expect(lowest(name, [...SURFACES, `${name}-wash`, 'pencil-wash'], light)).toBeGreaterThanOrEqual(4.5))
  it('the edge of a control is seen on every surface', () => expect(lowest('edge', SURFACES, light)).toBeGreaterThanOrEqual(3))
  it('text on solid pencil is legible', () => expect(lowest('pencil-on', ['pencil'], light)).toBeGreaterThanOrEqual(4.5))
})
