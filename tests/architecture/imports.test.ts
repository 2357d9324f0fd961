import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SKIPPED = new Set(['node_modules', 'dist', 'generated', '.git', '.stet'])

const filesUnder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesUnder(path) : /\.(?:ts|tsx|mjs)$/.test(entry.name) ? [path] : []
  })

/** Everything a file imports: project files as paths from the root, packages by name. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const found = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b(?:[^'"\n;]|\n)*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)]
  return found.map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? ''
    if (target.startsWith('#')) return target.slice(1)
    if (target.startsWith('.')) return normalize(join(dirname(path), target))
    return target
  })
}
/** The first way from a file back to itself, or nothing. */
function circleIn(all: readonly string[], imports: (file: string) => readonly string[] = importsOf): string[] {
  const known = new Set(all)
  const done = new Set<string>()
  const walk = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file) || !known.has(file)) return []
    for (const target of imports(file)) {
      const circle = walk(target, [...way, file])
      if (circle.length > 0) return circle
    }
    done.add(file)
    return []
  }
  for (const file of all) {
    const circle = walk(file, [])
    if (circle.length > 0) return circle
  }
  return []
}
const isPackage = (target: string): boolean => !/^(?:shared|server|client|tests|prisma)\//.test(target)

const STAGES = ['errors', 'document', 'segment', 'citations', 'facts', 'extract', 'analysis', 'pipeline', 'checks', 'anchor', 'similarity', 'review', 'report', 'api']
const stageOf = (path: string): number => STAGES.indexOf(path.split('/')[1]?.replace(/\.ts$/, '') ?? '')

interface Rule {
  name: string
  because: string
  from: RegExp
  forbids: (target: string, from: string) => boolean
}

const RULES: Rule[] = [
  {
    name: 'shared imports zod and earlier stages only',
    because: 'server, command line and browser must agree on it; give it data instead of reaching out',
    from: /^shared\//,
    forbids: (target, from) => (isPackage(target) ? target !== 'zod' : !target.startsWith('shared/') || stageOf(target) > stageOf(from)),
  },
  {
    name: 'a check does not import another check',
    because: 'a rule may not lean on another rule; lift the common part into facts/',
    from: /^shared\/checks\/rules\/(?!index)/,
    forbids: (target, from) => target.startsWith('shared/checks/rules/') && target !== from,
  },
  {
    name: 'importers know documents only',
    because: 'an importer turns bytes into a Document; it does not fetch, save or extract',
    from: /^server\/importers\//,
    forbids: (target) => !isPackage(target) && !/^(?:shared\/(?:document|errors)|server\/importers)/.test(target),
  },
  {
    name: 'exporters know the report only',
    because: 'if an exporter lacks something, the Report lacks it',
    from: /^server\/exporters\//,
    forbids: (target) => !isPackage(target) && !/^(?:shared\/|server\/exporters|client\/styles)/.test(target),
  },
  {
    name: 'sources and db know nothing above them',
    because: 'they are the lowest layer: services call them',
    from: /^server\/(?:db|sources)\//,
    forbids: (target) => /^(?:server\/(?:services|importers|exporters|http|routes|cli|app|main|build-context)|client\/)/.test(target),
  },
  {
    name: 'doors do not know the database, importers or exporters',
    because: 'three equally thin doors on the same services; if two doors need it, it is a service',
    from: /^server\/(?:http|routes|cli)\//,
    forbids: (target) => /^server\/(?:importers|exporters)\//.test(target) || (target.startsWith('server/db/') && !target.startsWith('server/db/inspector')) || /^(?:@prisma|better-sqlite3|sqlite3)/.test(target),
  },
  {
    name: 'only the inspector imports sqlite3',
    because: 'two copies of SQLite must never open one file in one process: the inspector is a process of its own',
    from: /^(?:server|shared|client)\/(?!db\/inspect)/,
    forbids: (target) => target === 'sqlite3',
  },
  {
    name: 'the desk talks to the server only through shared/api',
    because: 'the browser has no server code',
    from: /^client\/(?!vite)/,
    forbids: (target) => /^(?:server|prisma|tests)\//.test(target) || target.startsWith('node:'),
  },
  {
    name: 'components, then reader and panels, then pages, then app',
    because: 'panels do not import each other’s places; the desk composes them',
    from: /^client\/(?:components|connection|reader|panels|pages)\//,
    forbids: (target, from) => {
      const above: Record<string, RegExp> = { connection: /^client\/(?:reader|panels|pages|app)\//, components: /^client\/(?:reader|panels|pages|app)\//, reader: /^client\/(?:panels|pages|app)\//, panels: /^client\/(?:reader|pages|app)\//, pages: /^client\/app\// }
      return above[from.split('/')[1] ?? '']?.test(target) ?? false
    },
  },
  { name: 'nothing imports tests', because: 'tests are not part of the product', from: /^(?:shared|server|client|prisma)\//, forbids: (target) => target.startsWith('tests/') },
]

const files = ['shared', 'server', 'client', 'prisma'].flatMap(filesUnder)

describe('who may import whom', () => {
  test('the scan sees the project', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(importsOf('server/main.ts')).toContain('server/app.ts')
    expect(importsOf('shared/api/index.ts')).toContain('shared/api/endpoint.ts')
  })
  for (const rule of RULES) {
    test(rule.name, () => {
      const broken = files.filter((file) => rule.from.test(file)).flatMap((file) => importsOf(file).filter((target) => rule.forbids(target, file)).map((target) => `${file} imports ${target}`))
      expect(broken, `Because ${rule.because}.`).toEqual([])
    })
  }
  test('no file imports itself by way of others', () => {
    expect(circleIn(files)).toEqual([])
    const circle: Record<string, string[]> = { a: ['b'], b: ['c', 'zod'], c: ['a'], d: ['a'] }
    expect(circleIn(Object.keys(circle), (file) => circle[file] ?? [])).toEqual(['a', 'b', 'c', 'a'])
  })
  test('the rules can fail', () => {
    const shared = RULES[0]
    expect(shared?.forbids('node:fs', 'shared/document/document.ts')).toBe(true)
    expect(shared?.forbids('shared/report/report.ts', 'shared/document/document.ts')).toBe(true)
    expect(shared?.forbids('zod', 'shared/document/document.ts')).toBe(false)
  })
})

describe('purity and tidiness', () => {
  const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')
  test('shared has no clock and no randomness', () => {
    const impure = files.filter((file) => file.startsWith('shared/')).filter((file) => /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b/.test(read(file)))
    expect(impure).toEqual([])
  })
  test('only the configuration reads the environment', () => {
    const readers = files.filter((file) => file.startsWith('server/') && /process\.env\b/.test(read(file)) && !/^server\/(?:config\.ts|start\.mjs)$/.test(file))
    expect(readers).toEqual([])
  })
  test('no file scrolls for ever', () => {
    /** Lines; a file wants splitting when it has two reasons to change, and past this it nearly always has. */
    const LONGEST = 450
    expect(files.filter((file) => read(file).split('\n').length > LONGEST)).toEqual([])
  })
  test('no folder of odds and ends', () => {
    expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|lib)(?:\/|\.)/.test(file))).toEqual([])
  })
  test('the top level is what was agreed', () => {
    const visible = readdirSync(ROOT).filter((name) => !name.startsWith('.') && name !== 'node_modules')
    expect(visible.sort()).toEqual(['README.md', 'client', 'package-lock.json', 'package.json', 'prisma', 'server', 'shared', 'tests', 'tsconfig.json'])
    expect(relative(ROOT, join(ROOT, 'tests'))).toBe('tests')
  })
})
