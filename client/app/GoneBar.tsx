import { counted } from '../components/time.ts'
import { useWaitingCount } from '../connection/outbox.ts'
import { useServerGone } from '../connection/server-state.ts'

/** Over everything while the server does not answer: what still works and what waits. */
export function GoneBar() {
  const gone = useServerGone()
  const waiting = useWaitingCount()
  if (!gone) return null
  return (
    <p className="gone" role="alert">
      <b>Stet’s server does not answer.</b> You can read and write; {waiting === 0 ? 'changes wait on this machine and are' : `${counted(waiting, 'change')} ${waiting === 1 ? 'waits on this machine and is' : 'wait on this machine and are'}`} sent when it is back.
    </p>
  )
}
