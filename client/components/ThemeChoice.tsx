import { THEMES, THEME_WORDS, useTheme } from './preferences.ts'

/** Auto, Day, Lamp: follows the system unless one is chosen. */
export function ThemeChoice({ name = 'theme', className = 'theme only-l' }: { name?: string; className?: string }) {
  const [theme, setTheme] = useTheme()
  return (
    <fieldset className={className}>
      <legend className="sr">Light</legend>
      {THEMES.map((choice) => (
        <label key={choice}>
          <input type="radio" name={name} value={choice} checked={theme === choice} onChange={() => setTheme(choice)} />
          {THEME_WORDS[choice]}
        </label>
      ))}
    </fieldset>
  )
}
