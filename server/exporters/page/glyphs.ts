import type { Severity } from '#shared/checks/check.ts'
import type { Status } from '#shared/review/index.ts'
import { html, Markup } from './markup.ts'

/** The proof marks of the desk in a 16-unit box, once per page; drawn by reference in the current colour. */
const SHAPES: Record<Status | Severity, string> = {
  'to-check': '<circle cx="8" cy="8" r="4.6" fill="none" stroke="currentColor" stroke-width="1.4"/>',
  verified: '<path d="M3.2 6.6 6.4 9.6 12.8 2.4" class="l" stroke-width="1.9"/><g fill="currentColor"><circle cx="3" cy="13.6" r="1.15"/><circle cx="8" cy="13.6" r="1.15"/><circle cx="13" cy="13.6" r="1.15"/></g>',
  disputed: '<path d="M4 2 12 10M12 2 4 10" class="l" stroke-width="1.9"/><path d="M1.6 14.2c1-1.5 2.2-1.5 3.2 0s2.2 1.5 3.2 0 2.2-1.5 3.2 0 2.2 1.5 3.2 0" class="l" stroke-width="1.2"/>',
  querying: '<path d="M5 5.4C5 3.4 6.4 2.3 8.1 2.3s3 1.1 3 2.8c0 2.4-3 2.5-3 5" class="l" stroke-width="1.8"/><circle cx="8.1" cy="13.4" r="1.25" fill="currentColor"/>',
  conflicting: '<path d="M2.5 5.2h10M9.6 2.2l3 3-3 3M13.5 10.8h-10M6.4 7.8l-3 3 3 3" class="l" stroke-width="1.5"/>',
  unverifiable: '<circle cx="8" cy="8" r="5.2" class="l" stroke-width="1.5"/><path d="M12.6 2.6 3.4 13.4" class="l" stroke-width="1.5"/>',
  'on-author': '<path d="M11.8 1.8 14.2 4.2 6 12.4 2.6 13.4 3.6 10z" class="l" stroke-width="1.4"/><path d="M2 15h12" class="l" stroke-width="1.4"/>',
  waived: '<path d="M2.2 9.2c2-3.2 3.8-3.2 5.8-1.2s3.8 2 5.8-1.2" class="l" stroke-width="1.7"/>',
  recheck: '<path d="M12.9 6.1A5.3 5.3 0 1 0 13.3 9" class="l" stroke-width="1.6"/><path d="M13.4 2.4v4h-4" class="l" stroke-width="1.6"/>',
  contradiction: '<path d="M8 1.8 14.2 8 8 14.2 1.8 8z" fill="currentColor"/>',
  doubt: '<path d="M8 2.4 13.6 8 8 13.6 2.4 8z" fill="none" stroke="currentColor" stroke-width="1.3"/><path d="M8 2.4 8 13.6 2.4 8z" fill="currentColor"/>',
  question: '<path d="M8 2.4 13.6 8 8 13.6 2.4 8z" fill="none" stroke="currentColor" stroke-width="1.3"/>',
}

/** All shapes as symbols, to stand once at the top of the body. */
export const symbols = (): Markup =>
  html`<svg width="0" height="0" class="symbols" aria-hidden="true">${Object.entries(SHAPES).map(([id, shape]) => html`<symbol id="g-${id}" viewBox="0 0 16 16">${new Markup(shape)}</symbol>`)}</svg>
`
/** Decorative: the word beside it, or the name of what holds it, says the same. */
export const glyph = (id: Status | Severity): Markup => html`<svg class="g" aria-hidden="true"><use href="#g-${id}"/></svg>`
