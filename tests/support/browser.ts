import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

/** Where an installed Chrome or Chromium is looked for, on machines where the one from npm cannot run. */
const INSTALLED = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]
/** A quiet browser: nothing it does by itself reaches the network. */
const QUIET = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic']

async function find(): Promise<string> {
  const given = process.env['STET_CHROMIUM']
  if (given) return given
  if (process.platform === 'linux' && process.arch === 'x64') {
    // Makes the package unpack its own system libraries, so that a bare Linux will do. It reads this when it is imported.
    process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x'
    const { default: packed } = await import('@sparticuz/chromium')
    return packed.executablePath()
  }
  const installed = INSTALLED.find((path) => existsSync(path))
  if (!installed) throw new Error('The desk is tested in a real Chromium, and none was found. Install Chrome or Chromium, or name one: STET_CHROMIUM=/path/to/chrome npm test')
  return installed
}

/** A real Chromium. Throws, with how to get one, where there is none: these tests never pass by skipping. */
export const openBrowser = async (): Promise<Browser> => chromium.launch({ executablePath: await find(), args: QUIET, headless: true })
