/** Lengths of time and ages. */
export { readAgeDecade } from './durations/ages.ts'
export { readDuration } from './durations/read.ts'
export { readUnnumbered } from './durations/unnumbered.ts'
