/** What a fetch brought back. `bytes` is the body as received, after transfer decoding. */
export interface Fetched {
  url: string
  finalUrl: string
  status: number
  mediaType: string
  bytes: Uint8Array
}

/** The door to the network: public addresses only. Throws AppError `not-public`, `capture-failed` or `too-large`. Tests hand in another one. */
export interface Web {
  fetch(url: string, limits?: { bytes?: number; milliseconds?: number }): Promise<Fetched>
}
