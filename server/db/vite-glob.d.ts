/** The one form of Vite's `import.meta.glob` used here: text files, taken in at build time. */
interface ImportMeta {
  glob(pattern: string, options: { query: '?raw'; import: 'default'; eager: true }): Record<string, string>
}
