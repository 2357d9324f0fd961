import { stored, useStored } from '../connection/stored.ts'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
export const THEME_WORDS: Record<Theme, string> = { auto: 'Auto', light: 'Day', dark: 'Lamp' }

const theme = stored<Theme>('stet.theme', (raw) => (raw === 'light' || raw === 'dark' ? raw : 'auto'))
const singleKeys = stored<'on' | 'off'>('stet.single-keys', (raw) => (raw === 'off' ? 'off' : 'on'))

const show = (): void => {
  const chosen = theme.get()
  if (chosen === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = chosen
}

/** Applies the stored theme and keeps it applied. Called once, before the first paint. */
export const applyTheme = (): void => {
  show()
  theme.subscribe(show)
}
export const useTheme = (): [Theme, (next: Theme) => void] => [useStored(theme), theme.set]
export const singleKeysOn = (): boolean => singleKeys.get() === 'on'
export const useSingleKeys = (): [boolean, (on: boolean) => void] => [useStored(singleKeys) === 'on', (on) => singleKeys.set(on ? 'on' : 'off')]
