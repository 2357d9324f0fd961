import { readFileSync, readdirSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { TableSummary } from '#shared/api/index.ts'
import { checkContext, getRows, listPlaces, listTables, loadTables, readTable } from '#server/services/tables.ts'
import { projectRoot } from '#server/sources/project-root.ts'
import { openTestContext } from './desk-context.ts'

const context = await openTestContext()
const folder = `${projectRoot()}/prisma/tables`

test('before the tables are loaded the checks are told that there are none', async () => {
  expect((await checkContext(context)).exchangeRateSource).toBe('')
  await loadTables(context)
  expect((await checkContext(context)).exchangeRateSource).not.toBe('')
})

test('every bundled table says its unit, source, licence and date, and has rows', async () => {
  await loadTables(context)
  const tables = await listTables(context)
  expect(tables.map((table) => table.id).toSorted()).toEqual(readdirSync(folder).filter((name) => name.endsWith('.csv')).map((name) => name.slice(0, -4)).toSorted())
  for (const table of tables) {
    TableSummary.parse(table)
    for (const field of ['title', 'unit', 'source', 'licence', 'retrieved'] as const) expect(table[field], `${table.id} ${field}`).not.toBe('')
    expect(table.places, table.id).toBeGreaterThan(10)
    expect(table.from).toBeLessThan(table.to)
  }
})

test('the bundled files stay under three megabytes', () => {
  expect(readdirSync(folder).reduce((total, name) => total + statSync(`${folder}/${name}`).size, 0)).toBeLessThan(3_000_000)
})

test('values are those of the source', async () => {
  await loadTables(context)
  expect(await getRows(context, 'wdi-manufacturing-value-added', { places: 'CHN,USA', from: 2010, to: 2010 })).toMatchObject([
    { place: 'CHN', placeName: 'China', year: 2010, value: 1.92e12 }, { place: 'USA', placeName: 'United States', year: 2010 },
  ])
  expect(await getRows(context, 'exchange-rates-annual', { places: 'CHN', from: 2015, to: 2017 })).toEqual(
    [[2015, 6.2827], [2016, 6.64], [2017, 6.7569]].map(([year, value]) => ({ place: 'CHN', placeName: 'China', year, value })))
})

test('every rate is units of the currency per US dollar: the two sources agree on the direction', async () => {
  await loadTables(context)
  const rates = await getRows(context, 'exchange-rates-annual', { places: 'AUS,NZL,EMU,CHN,JPN,CHE,SWE', from: 2010, to: 2020 })
  const official = await getRows(context, 'wdi-official-exchange-rate', { places: 'AUS,NZL,EMU,CHN,JPN,CHE,SWE', from: 2010, to: 2020 })
  for (const { place, year, value } of rates) {
    const other = official.find((row) => row.place === place && row.year === year)
    if (other !== undefined) expect(value / other.value, `${place} ${year}`).toBeCloseTo(1, 1)
  }
})

test('no place is without a name, and places come by name', async () => {
  await loadTables(context)
  const places = await listPlaces(context, 'wdi-population')
  expect(places.length).toBeGreaterThan(200)
  expect(places.filter(({ place, placeName }) => place === placeName)).toEqual([])
  expect(places.map(({ placeName }) => placeName)).toEqual(places.map(({ placeName }) => placeName).toSorted((a, b) => a.localeCompare(b, 'en')))
})

test('loading again changes nothing; a table that differs from the bundled one is replaced', async () => {
  await loadTables(context)
  const before = await context.db.referenceRow.count()
  await context.db.referenceTable.update({ where: { id: 'exchange-rates-annual' }, data: { sha256: 'older', title: 'Old title' } })
  await context.db.referenceRow.updateMany({ where: { tableId: 'exchange-rates-annual', place: 'CHN' }, data: { value: 1 } })
  await loadTables(context)
  expect(await context.db.referenceRow.count()).toBe(before)
  expect((await getRows(context, 'exchange-rates-annual', { places: 'CHN', from: 2015, to: 2015 }))[0]!.value).toBe(6.2827)
  expect((await listTables(context)).map((table) => table.title)).not.toContain('Old title')
})

test('an unknown table or place is refused in words, not answered with nothing', async () => {
  await loadTables(context)
  await expect(getRows(context, 'no-such', { places: 'CHN', from: 2000, to: 2001 })).rejects.toMatchObject({ code: 'not-found' })
  await expect(listPlaces(context, 'no-such')).rejects.toMatchObject({ code: 'not-found' })
  await expect(getRows(context, 'wdi-gdp', { places: 'CHN,XXX', from: 2000, to: 2001 })).rejects.toMatchObject({ code: 'invalid-request', message: expect.stringContaining('XXX') })
  await expect(getRows(context, 'wdi-gdp', { places: ' , ', from: 2000, to: 2001 })).rejects.toMatchObject({ code: 'invalid-request' })
  await expect(getRows(context, 'wdi-gdp', { places: 'CHN', from: 0, to: 1_000_000 })).rejects.toMatchObject({ code: 'invalid-request' })
})

test('checks look rates up by currency and year', async () => {
  await loadTables(context)
  const { exchangeRate } = await checkContext(context)
  expect(exchangeRate('CNY', 2017)).toBe(6.7569)
  expect(exchangeRate('EUR', 2015)).toBe(0.9012)
  expect(exchangeRate('GBP', 2015)).toBeCloseTo(0.6545, 3)
  expect(exchangeRate('CNY', 1900)).toBeNull()
  expect(exchangeRate('XAU', 2015)).toBeNull()
})

test('every currency of currencies.json has rates', async () => {
  await loadTables(context)
  const { exchangeRate } = await checkContext(context)
  for (const currency of Object.keys(JSON.parse(readFileSync(`${folder}/currencies.json`, 'utf8')))) expect(exchangeRate(currency, 2015), currency).toBeGreaterThan(0)
})

test('an empty value is a year without a row, not a zero', () => {
  expect(readTable('CHN,1999,1.5,,0\n', { CHN: 'China' })).toEqual([{ place: 'CHN', placeName: 'China', year: 1999, value: 1.5 }, { place: 'CHN', placeName: 'China', year: 2001, value: 0 }])
})
