import { Component, useState, type ReactNode } from 'react'
import { useRouteError } from 'react-router'

/** Details for whoever mends it: what, where it happened, and in which browser. */
const details = (error: unknown): string => [error instanceof Error ? (error.stack ?? error.message) : String(error), location.pathname, navigator.userAgent].join('\n')

function BrokenWords({ error }: { error: unknown }) {
  const [copied, setCopied] = useState(false)
  return (
    <main className="wrap broken" role="alert">
      <h1>Something broke in Stet, not in your article.</h1>
      <p>Your last change is kept.</p>
      <p className="row2">
        <button type="button" className="act main" onClick={() => location.reload()}>Reload</button>
        <button type="button" className="act" onClick={() => void navigator.clipboard.writeText(details(error)).then(() => setCopied(true))}>Copy the details</button>
        <a className="act" href="/">Articles</a>
        <span role="status">{copied && 'Copied'}</span>
      </p>
      <pre>{error instanceof Error ? error.message : String(error)}</pre>
    </main>
  )
}

/** What a route shows when it throws. */
export function BrokenRoute() {
  return <BrokenWords error={useRouteError()} />
}

/** The last net: what even the frame could not catch. */
export class Broken extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }
  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error }
  }
  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <BrokenWords error={this.state.error} />
  }
}
