import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { api } from '#shared/api/index.ts'
import type { TableExcerpt } from '#shared/review/index.ts'
import { call } from '../connection/http.ts'
import { formatValue } from './format-value.ts'
import { Refused } from './Section.tsx'

/** Series, places and years picked from the bundled tables; what would be attached is shown before it is. */
export function TablePicker({ onPick }: { onPick: (excerpt: TableExcerpt | null) => void }) {
  const [tableId, setTableId] = useState('')
  const [places, setPlaces] = useState<{ place: string; placeName: string }[]>([])
  const [name, setName] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const id = useId()
  const tables = useQuery({ queryKey: ['tables'], queryFn: () => call(api.tables.list, {}), staleTime: Infinity })
  const known = useQuery({ queryKey: ['places', tableId], enabled: tableId !== '', queryFn: () => call(api.tables.places, { params: { tableId } }), staleTime: Infinity })
  const table = tables.data?.find((candidate) => candidate.id === tableId)
  const [first, last] = [Number(from), Number(to || from)]
  const ready = table !== undefined && places.length > 0 && first >= 1000 && last >= first
  const rows = useQuery({
    queryKey: ['rows', tableId, places.map(({ place }) => place).join(','), first, last], enabled: ready,
    queryFn: () => call(api.tables.rows, { params: { tableId }, query: { places: places.map(({ place }) => place).join(','), from: first, to: last } }),
  })
  const found = ready ? rows.data : undefined
  useEffect(() => {
    const { id: tableKey, title, unit, source, licence, retrieved } = table ?? {}
    onPick(found && found.length > 0 && found.length <= MOST_ROWS && tableKey && title && unit !== undefined && source && licence && retrieved ? { table: tableKey, title, unit, source, licence, retrieved, rows: found } : null)
  }, [found, table, onPick])
  const typed = name.trim().toLowerCase()
  const exact = typed === '' ? undefined : known.data?.find(({ place, placeName }) => placeName.toLowerCase() === typed || place.toLowerCase() === typed)
  const take = (found: { place: string; placeName: string }): void => {
    setPlaces((before) => (before.some(({ place }) => place === found.place) ? before : [...before, found]))
    setName('')
  }
  // Taken as soon as it can be no other place ("Niger" may become "Nigeria"), also when the names arrive after the typing.
  const only = exact && !known.data?.some(({ place, placeName }) => place !== exact.place && placeName.toLowerCase().startsWith(typed)) ? exact : undefined
  useEffect(() => {
    if (only) take(only)
  }, [only])
  if (tables.isError) return <Refused>The tables could not be read. Close this and try again.</Refused>
  return (
    <div className="table-picker">
      <label className="field"><span>Series</span>
        <select value={tableId} onChange={(event) => (setTableId(event.target.value), setPlaces([]))}>
          <option value="">{tables.isPending ? 'Reading …' : 'Choose a series'}</option>
          {tables.data?.map((option) => <option key={option.id} value={option.id}>{option.title}</option>)}
        </select>
      </label>
      {table && (
        <>
          <label className="field"><span>Place (add one or several)</span><input list={id} value={name} onChange={(event) => setName(event.target.value)} onBlur={() => exact && take(exact)} onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
            event.preventDefault()
            if (exact) take(exact)
          }} placeholder={known.isPending ? 'Reading …' : 'China'} /></label>
          <datalist id={id}>{known.data?.map(({ place, placeName }) => <option key={place} value={placeName}>{place}</option>)}</datalist>
          {places.length > 0 && (
            <ul className="chips" aria-label="Places">
              {places.map(({ place, placeName }) => <li key={place}>{placeName} <button type="button" aria-label={`Take ${placeName} away`} onClick={() => setPlaces(places.filter((other) => other.place !== place))}>×</button></li>)}
            </ul>
          )}
          <p className="years">
            <label className="field"><span>From</span><input inputMode="numeric" value={from} placeholder={String(table.from)} onChange={(event) => setFrom(event.target.value)} /></label>
            <label className="field"><span>To</span><input inputMode="numeric" value={to} placeholder={from || String(table.to)} onChange={(event) => setTo(event.target.value)} /></label>
          </p>
          {found && found.length === 0 && <p className="quiet" role="status">The table has no value there. It covers {table.from} to {table.to}, with gaps.</p>}
          {found && found.length > MOST_ROWS && <p className="quiet" role="status">{found.length} rows; one piece of evidence holds at most {MOST_ROWS}. Choose fewer years.</p>}
          {found && found.length > 0 && (
            <table className="ev-rows">
              <caption>{table.title}, {table.unit}</caption>
              <tbody>{found.slice(0, SHOWN_ROWS).map((row) => <tr key={`${row.place} ${row.year}`}><th scope="row">{row.placeName}</th><td>{row.year}</td><td>{formatValue(row.value)}</td></tr>)}</tbody>
            </table>
          )}
          {found && found.length > SHOWN_ROWS && <p className="quiet">and {found.length - SHOWN_ROWS} more</p>}
          <p className="by">{table.source} ({table.licence}), taken {table.retrieved}</p>
        </>
      )}
    </div>
  )
}
/** The contract's limit for one piece of evidence. */
const MOST_ROWS = 200
/** As many rows as show the shape without hiding the form. */
const SHOWN_ROWS = 8
