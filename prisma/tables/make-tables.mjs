// Makes the bundled tables from the files they come from: `node prisma/tables/make-tables.mjs FOLDER`, where FOLDER holds
// exchange-rates-annual.csv (Date,Country,Exchange rate) and wdi-<indicator>.csv (code,year,value). See README.md beside this file.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = process.argv[2]
if (folder === undefined) {
  console.error('Say which folder holds the source files: node prisma/tables/make-tables.mjs FOLDER')
  process.exit(2)
}
const here = fileURLToPath(new URL('.', import.meta.url))
const catalogue = JSON.parse(readFileSync(join(here, 'tables.json'), 'utf8'))
const places = JSON.parse(readFileSync(join(here, 'places.json'), 'utf8'))
const placeOfCountry = new Map([...Object.entries(places).map(([code, name]) => [name, code]), ['Euro', 'EMU']])

/** One line per place: its code, its first year, then a value for each year from there; a year without one is left empty. */
function compact(rows) {
  const byPlace = new Map()
  for (const { place, year, value } of rows) {
    if (!(place in places)) throw new Error(`No name for ${place}`)
    byPlace.set(place, [...(byPlace.get(place) ?? []), { year, value }])
  }
  return [...byPlace].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([place, values]) => {
    const years = new Map(values.map(({ year, value }) => [year, value]))
    const [first, last] = [Math.min(...years.keys()), Math.max(...years.keys())]
    return [place, first, ...Array.from({ length: last - first + 1 }, (_, step) => years.get(first + step) ?? '')].join(',')
  }).join('\n') + '\n'
}

for (const { id, madeFrom } of catalogue) {
  const lines = readFileSync(join(folder, madeFrom), 'utf8').trim().split(/\r?\n/).slice(1)
  const rows = lines.map((line) => {
    const [first, second, value] = line.split(',')
    return madeFrom.startsWith('wdi-') ? { place: first, year: Number(second), value } : { place: placeOfCountry.get(second), year: Number(first.slice(0, 4)), value }
  })
  writeFileSync(join(here, `${id}.csv`), compact(rows))
}
