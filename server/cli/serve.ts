import type { CliCommand } from './command.ts'

export const serve: CliCommand = {
  id: 'serve',
  add: (program, door) =>
    program
      .command('serve').description('serve the desk on this machine until Ctrl C')
      .option('--port <port>', 'instead of PORT or 4317')
      .action(async ({ port }: { port?: string }) => {
        // Loaded here: no other command needs the web server.
        const { serve: start } = await import('../main.ts')
        const serving = await start(door.config({ ...(port !== undefined && { port }) }), door.say)
        await door.out(`Stet is ready: ${serving.address}\n`)
        await new Promise<void>((stopped) => {
          for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stopped)
        })
        await serving.close()
      }),
}
