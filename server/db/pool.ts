/** A first-come-first-served pool of `T`; with one member it is a mutex. Waiting longer than `timeout` ms rejects with `onTimeout()`. */
export class Pool<T> {
  readonly #free: T[]
  readonly #waiting: Array<(member: T) => void> = []

  constructor(
    readonly members: readonly T[],
    readonly timeout: number,
    readonly onTimeout: () => Error,
  ) {
    this.#free = [...members]
  }

  /** A member, and the function that gives it back (giving back twice does nothing). */
  async acquire(): Promise<{ member: T; release: () => void }> {
    const member = this.#free.pop() ?? (await this.#wait())
    let held = true
    const release = (): void => {
      if (!held) return
      held = false
      const next = this.#waiting.shift()
      if (next) next(member)
      else this.#free.push(member)
    }
    return { member, release }
  }

  async use<R>(work: (member: T) => Promise<R>): Promise<R> {
    const { member, release } = await this.acquire()
    try {
      return await work(member)
    } finally {
      release()
    }
  }

  #wait(): Promise<T> {
    return new Promise((resolve, reject) => {
      const taker = (member: T): void => {
        clearTimeout(timer)
        resolve(member)
      }
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(taker), 1)
        reject(this.onTimeout())
      }, this.timeout)
      this.#waiting.push(taker)
    })
  }
}
