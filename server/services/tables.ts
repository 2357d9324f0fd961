import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { TableSummary } from '#shared/api/index.ts'
import type { CheckContext } from '#shared/checks/check.ts'
import { AppError } from '#shared/errors.ts'
import type { Context } from '../context.ts'
import { insertRows } from '../db/bulk.ts'
import { projectRoot } from '../sources/project-root.ts'

const BundledTable = z.object({ id: z.string(), title: z.string(), unit: z.string(), source: z.string(), sourceUrl: z.url(), licence: z.string(), retrieved: z.string(), madeFrom: z.string() })
const PlaceNames = z.record(z.string(), z.string())
const Currencies = z.record(z.string(), z.object({ table: z.string(), place: z.string() }))

/** Places times years a person may ask for at once: more than a piece of evidence or a chart can show. */
const MOST_ROWS = 20_000

/** A row as it is looked up and cited: `value` in the table's unit. */
export interface TableRow { place: string; placeName: string; year: number; value: number }

const bundled = (name: string): string => readFileSync(join(projectRoot(), 'prisma', 'tables', name), 'utf8')

/** Reads the compact layout: one line per place, its code, the first year, then one value per year (empty: none). */
export function readTable(text: string, names: Readonly<Record<string, string>>): TableRow[] {
  return text.trim().split(/\r?\n/).flatMap((line) => {
    const [place = '', first = '', ...values] = line.split(',')
    const placeName = names[place] ?? place
    return values.flatMap((value, step) => (value === '' ? [] : [{ place, placeName, year: Number(first) + step, value: Number(value) }]))
  })
}

/**
 * Puts the bundled tables into the database, each in one transaction; a table whose file, description and names are those already there is left alone.
 * Runs at every start: with nothing changed it is one small SELECT.
 */
export async function loadTables({ db }: Context): Promise<void> {
  const placesText = bundled('places.json')
  const names = PlaceNames.parse(JSON.parse(placesText))
  const known = new Map((await db.referenceTable.findMany({ select: { id: true, sha256: true } })).map(({ id, sha256 }) => [id, sha256]))
  for (const { madeFrom: _, ...table } of z.array(BundledTable).parse(JSON.parse(bundled('tables.json')))) {
    const text = bundled(`${table.id}.csv`)
    const sha256 = createHash('sha256').update(JSON.stringify([table, placesText, text])).digest('hex')
    if (known.get(table.id) === sha256) continue
    const rows = readTable(text, names).map((row) => ({ tableId: table.id, ...row }))
    await db.$transaction(async (transaction) => {
      // Another program may have loaded it since: whoever comes second finds it there.
      const there = await transaction.referenceTable.findUnique({ where: { id: table.id }, select: { sha256: true } })
      if (there?.sha256 === sha256) return
      await transaction.referenceTable.deleteMany({ where: { id: table.id } })
      await transaction.referenceTable.create({ data: { ...table, sha256 } })
      await insertRows(transaction, 'ReferenceRow', rows)
    }, { timeout: 60_000, maxWait: 60_000 })
  }
}

const spans = ({ db }: Context, tableId?: string) =>
  db.referenceRow.groupBy({ by: ['tableId', 'place', 'placeName'], where: tableId === undefined ? {} : { tableId }, _min: { year: true }, _max: { year: true } })

/** The bundled tables by title, with how many places and which years each has. */
export async function listTables(context: Context): Promise<TableSummary[]> {
  const tables = await context.db.referenceTable.findMany({ orderBy: { title: 'asc' }, omit: { sha256: true } })
  const groups = await spans(context)
  return tables.map((table) => {
    const own = groups.filter((group) => group.tableId === table.id)
    return { ...table, places: own.length, from: Math.min(...own.map((group) => group._min.year ?? 0)), to: Math.max(...own.map((group) => group._max.year ?? 0)) }
  })
}

async function assertTable({ db }: Context, id: string): Promise<void> {
  if ((await db.referenceTable.findUnique({ where: { id }, select: { id: true } })) === null) throw new AppError('not-found', `There is no table “${id}”. Choose one from the list of tables.`)
}

/** The places a table has, by name. Throws AppError `not-found`. */
export async function listPlaces(context: Context, tableId: string): Promise<{ place: string; placeName: string; from: number; to: number }[]> {
  await assertTable(context, tableId)
  const groups = await spans(context, tableId)
  return groups.map((group) => ({ place: group.place, placeName: group.placeName, from: group._min.year ?? 0, to: group._max.year ?? 0 }))
    .toSorted((a, b) => a.placeName.localeCompare(b.placeName, 'en') || (a.place < b.place ? -1 : 1))
}

/**
 * Values of a table for comma-separated place codes and a range of years, places in the order asked for, years upwards. A year without a value has no row.
 * Throws AppError `not-found` for a table, `invalid-request` for a place it does not have or too much at once.
 */
export async function getRows(context: Context, tableId: string, { places, from, to }: { places: string; from: number; to: number }): Promise<TableRow[]> {
  await assertTable(context, tableId)
  const asked = [...new Set(places.split(',').map((place) => place.trim()).filter((place) => place !== ''))]
  if (asked.length === 0) throw new AppError('invalid-request', 'Name at least one place of the table.')
  if (asked.length > 300 || asked.length * (to - from + 1) > MOST_ROWS) throw new AppError('invalid-request', `That is more than ${MOST_ROWS} values. Ask for fewer places or years.`)
  const known = new Set((await context.db.referenceRow.findMany({ where: { tableId, place: { in: asked } }, distinct: ['place'], select: { place: true } })).map(({ place }) => place))
  const unknown = asked.filter((place) => !known.has(place))
  if (unknown.length > 0) throw new AppError('invalid-request', `The table has no place ${unknown.join(', ')}. Choose from the places it lists.`)
  const rows = await context.db.referenceRow.findMany({
    where: { tableId, place: { in: asked }, year: { gte: from, lte: to } }, select: { place: true, placeName: true, year: true, value: true }, orderBy: { year: 'asc' },
  })
  return asked.flatMap((place) => rows.filter((row) => row.place === place))
}

/** What checks may look up, read from the tables once: yearly averages, in units of a currency (ISO 4217) per US dollar. Without tables its source is ''. */
export async function checkContext({ db }: Context): Promise<CheckContext> {
  const currencies = Object.entries(Currencies.parse(JSON.parse(bundled('currencies.json'))))
  const rows = await db.referenceRow.findMany({
    where: { tableId: { in: [...new Set(currencies.map(([, { table }]) => table))] }, place: { in: [...new Set(currencies.map(([, { place }]) => place))] } },
    select: { tableId: true, place: true, year: true, value: true },
  })
  const rates = new Map(rows.map(({ tableId, place, year, value }) => [`${tableId} ${place} ${year}`, value]))
  const where = new Map(currencies)
  return {
    exchangeRate(currency, year) {
      const at = where.get(currency)
      return at === undefined ? null : (rates.get(`${at.table} ${at.place} ${year}`) ?? null)
    },
    exchangeRateSource: rates.size === 0 ? '' : 'US Federal Reserve; for other currencies World Bank',
  }
}
