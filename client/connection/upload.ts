/** Bytes sent, of all. */
export type OnSent = (sent: number, total: number) => void

/** `fetch` for a body whose sending is followed: fetch itself does not say how far it is. Rejects with a TypeError when nobody answers, with an AbortError when stopped. */
export const upload = (onSent: OnSent): typeof fetch => (address, request = {}) =>
  new Promise((resolve, reject) => {
    const sender = new XMLHttpRequest()
    sender.open(request.method ?? 'POST', String(address))
    new Headers(request.headers).forEach((value, name) => sender.setRequestHeader(name, value))
    sender.responseType = 'blob'
    sender.upload.onprogress = (event) => onSent(event.loaded, event.total)
    sender.onload = () => resolve(new Response(sender.response as Blob, { status: sender.status, statusText: sender.statusText }))
    sender.onerror = () => reject(new TypeError('Nobody answered.'))
    sender.onabort = () => reject(new DOMException('Stopped.', 'AbortError'))
    request.signal?.addEventListener('abort', () => sender.abort())
    sender.send(request.body as XMLHttpRequestBodyInit)
  })
