import type { ErrorCode } from '#shared/errors.ts'

/** What the exit code of a command says. Programs may rely on these numbers; they are part of `stet --help`. */
export const EXIT = {
  ok: 0,
  /** The command did its work, and the answer is "not fine": a check found something, a data folder is not sound. */
  found: 1,
  /** The command line cannot be understood. */
  usage: 2,
  /** No such file, article or claim. */
  notFound: 3,
  /** The input cannot be read: empty, binary, too large, not what its name says, a page that does not answer. */
  unreadable: 4,
  /** Refused as things stand: somebody else changed it, or a name, a reason or support is missing. */
  refused: 5,
  /** The data folder or the port cannot be used. */
  unusable: 6,
  /** A fault in Stet itself. */
  internal: 70,
} as const

export const EXIT_WORDS: Record<number, string> = {
  [EXIT.ok]: 'done', [EXIT.found]: 'done, and something was found (check, inspect)', [EXIT.usage]: 'the command line cannot be understood', [EXIT.notFound]: 'no such file or article',
  [EXIT.unreadable]: 'the input cannot be read', [EXIT.refused]: 'refused: changed meanwhile, or a name, reason or support is missing', [EXIT.unusable]: 'the data folder or port cannot be used', [EXIT.internal]: 'a fault in Stet',
}

/** One table for every expected failure. */
export const EXIT_OF: Record<ErrorCode, number> = {
  'invalid-request': EXIT.usage,
  'not-found': EXIT.notFound,
  unreadable: EXIT.unreadable, 'too-large': EXIT.unreadable, 'unsupported-format': EXIT.unreadable, 'not-public': EXIT.unreadable, 'capture-failed': EXIT.unreadable,
  conflict: EXIT.refused, 'support-needed': EXIT.refused, 'reason-needed': EXIT.refused, 'confirmation-needed': EXIT.refused, 'nothing-to-undo': EXIT.refused, 'name-needed': EXIT.refused, 'forbidden-origin': EXIT.refused,
  'database-damaged': EXIT.unusable, 'database-newer': EXIT.unusable, 'database-busy': EXIT.unusable, unavailable: EXIT.unusable,
  internal: EXIT.internal,
}
