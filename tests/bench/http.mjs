import autocannon from 'autocannon'

const CONNECTIONS = 20
const ROUNDS = 3
/** Requests of one round: bounded, so that a slow machine takes longer and measures the same. */
const REQUESTS = { list: 60, status: 300 }

/** One round against one server. Throws when anything but 200 came back: a fast refusal is no figure. */
async function fire(options, name) {
  const result = await autocannon({ connections: CONNECTIONS, timeout: 300, ...options })
  if (result.non2xx + result.errors + result.timeouts > 0) throw new Error(`${name}: ${result.non2xx} refusals, ${result.errors} errors, ${result.timeouts} timeouts`)
  return { perSecond: (result['2xx'] / (result.finish - result.start)) * 1000, p99: result.latency.p99, bytes: result.throughput.total / result['2xx'] }
}

const listClaims = (address, articleId, name) => fire({ url: `${address}/api/v1/articles/${articleId}/claims`, amount: REQUESTS.list }, `${name}: list`)

/** Each request sets another claim's status; every claim is used once on each server, so that its version is known. */
function setStatuses(address, articleId, claims, name) {
  let next = 0
  const setupRequest = (request) => {
    const { id, version } = claims[next++ % claims.length]
    return { ...request, body: JSON.stringify({ act: crypto.randomUUID(), decision: { kind: 'set-status', claimId: id, version, status: 'querying', reason: null, waitingOn: null } }) }
  }
  return fire({
    url: `${address}/api/v1/articles/${articleId}/acts`, amount: REQUESTS.status,
    requests: [{ method: 'POST', path: `/api/v1/articles/${articleId}/acts`, headers: { 'content-type': 'application/json', 'stet-actor': 'Bench' }, setupRequest }],
  }, `${name}: status`)
}

/** Writes the long report again and again while `work` runs. Answers what `work` gave and the seconds of each export that ended. */
async function whileExporting(address, articleId, work) {
  let on = true
  const seconds = []
  const exporting = (async () => {
    while (on) {
      const start = performance.now()
      const answer = await fetch(`${address}/api/v1/articles/${articleId}/report.html`)
      if (!answer.ok) throw new Error(`The export answered ${answer.status}: ${await answer.text()}`)
      await answer.arrayBuffer()
      seconds.push((performance.now() - start) / 1000)
    }
  })()
  const done = await Promise.race([work(), exporting.then(() => { throw new Error('The export ended early.') })])
  on = false
  await exporting
  return { done, seconds }
}

/** Alternating rounds of both calls on both servers. */
async function both(servers, articleId, takeClaims) {
  const rounds = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const claims = takeClaims()
    const row = {}
    for (const [name, address] of Object.entries(servers)) {
      row[name] = { list: await listClaims(address, articleId, name), status: await setStatuses(address, articleId, claims, name) }
    }
    rounds.push(row)
  }
  return rounds
}

/** `servers` = { ours, bare } on the same rows. `longId`: the article whose report is written meanwhile. */
export async function measureHttp(servers, articleId, longId) {
  const answer = await fetch(`${servers.ours}/api/v1/articles/${articleId}/claims`)
  const all = await answer.json()
  let used = 0
  const takeClaims = () => all.slice(used, (used += REQUESTS.status))
  if (all.length < 2 * ROUNDS * REQUESTS.status) throw new Error(`The article has ${all.length} claims, too few for a fresh one each request.`)
  const quiet = await both(servers, articleId, takeClaims)
  const { done: exporting, seconds } = await whileExporting(servers.ours, longId, () => both(servers, articleId, takeClaims))
  return { connections: CONNECTIONS, requests: REQUESTS, rounds: ROUNDS, quiet, exporting, exportSeconds: seconds }
}
