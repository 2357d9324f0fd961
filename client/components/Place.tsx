import { useEffect, type ReactNode } from 'react'
import { PlaceBar } from './PlaceBar.tsx'

/** A place with the top-level navigation: bar, then one column. `title` becomes the window's. */
export function Place({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Stet`
  }, [title])
  return (
    <>
      <PlaceBar />
      <main className="wrap" id="place" tabIndex={-1}>{children}</main>
    </>
  )
}
