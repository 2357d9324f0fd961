/** Lengths of time and ages. */
export { readDuration } from './durations/read.ts'
export { readUnnumbered } from './durations/unnumbered.ts'
