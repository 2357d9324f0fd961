import { analyse } from './analyse.ts'
import { articles } from './articles.ts'
import { backup } from './backup.ts'
import { check } from './check.ts'
import { claims } from './claims.ts'
import type { CliCommand } from './command.ts'
import { importCommand } from './import.ts'
import { inspect } from './inspect.ts'
import { report } from './report.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'

/** Every command, in the order of `stet --help`. Adding one = one file + one line here. */
export const commands: readonly CliCommand[] = [serve, articles, importCommand, claims, report, analyse, check, backup, restore, inspect]
