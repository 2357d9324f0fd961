import { run } from './run.ts'

// A reader that has seen enough (`stet claims … | head`) closes the pipe: that is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}

const write = (bytes: string | Uint8Array): Promise<void> => new Promise((resolve) => void process.stdout.write(bytes, () => resolve()))

const code = await run(process.argv.slice(2), { out: write, err: (text) => void process.stderr.write(text) })
// Whatever still waits to be written goes out first: exiting at once would cut a pipe short.
await write('')
process.exit(code)
