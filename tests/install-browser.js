// Finds a browser for the end-to-end tests, or installs one. Run by `npm test` before the tests.
import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chromium.exe',
  'chrome.exe',
  'msedge.exe',
]

const runnable = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Places where installers put a browser, beside the PATH. */
function usualPlaces() {
  if (process.platform === 'darwin')
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => [
      join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
      join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
      join(folder, 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'),
    ])
  if (process.platform === 'win32')
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Chromium/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ])
  return ['/snap/bin/chromium', '/usr/lib/chromium/chromium']
}

/** What `playwright-core install` has put into its cache, the newest first. */
function playwrightPlaces() {
  const folders = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    process.platform === 'darwin'
      ? join(homedir(), 'Library/Caches/ms-playwright')
      : process.platform === 'win32'
        ? join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright')
        : join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright'),
  ].filter((folder) => folder && existsSync(folder))
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name))
      .sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]))
      .flatMap((name) =>
        [
          'chrome-linux/chrome',
          'chrome-linux64/chrome',
          'chrome-linux/headless_shell',
          'chrome-headless-shell-linux64/chrome-headless-shell',
          'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
          'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
          'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
          'chrome-win/chrome.exe',
          'chrome-win64/chrome.exe',
        ].map((path) => join(folder, name, path)),
      ),
  )
}

/**
 * The path of a Chromium that can be started, or null. `HALLWAY_CHROMIUM` wins over everything else.
 * @throws when `HALLWAY_CHROMIUM` names something that cannot be run
 */
export function findBrowser() {
  const asked = process.env.HALLWAY_CHROMIUM
  if (asked) {
    if (runnable(asked)) return asked
    throw new Error(`HALLWAY_CHROMIUM is ${asked}, which cannot be run; point it at a Chromium or unset it`)
  }
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...onPath, ...usualPlaces(), ...playwrightPlaces()].find(runnable) ?? null
}

/** Runs a command quietly; whether it went well. Its last words are kept for the message. */
function run(command, args, said) {
  const done = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32',
  })
  if (done.status === 0) return true
  const last = `${done.stderr ?? ''}${done.error?.message ?? ''}`.trim().split('\n').at(-1)
  said.push(`${command} ${args.join(' ')}: ${last || `exit code ${done.status}`}`)
  return false
}

const isDebian = () =>
  existsSync('/etc/debian_version') ||
  (existsSync('/etc/os-release') &&
    /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8')))

/** Ubuntu's `chromium` is a stub for snap, which does not start in a container. */
const isUbuntu = () =>
  existsSync('/etc/os-release') && /^ID=ubuntu/m.test(readFileSync('/etc/os-release', 'utf8'))

function asRoot() {
  if (process.getuid?.() === 0) return []
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' })
    return ['sudo', '-n']
  } catch {
    return null
  }
}

function install(said) {
  const root = isDebian() && !isUbuntu() ? asRoot() : null
  if (root) {
    const [first, ...rest] = [...root, 'apt-get']
    run(first, [...rest, 'update', '-qq'], said)
    if (run(first, [...rest, 'install', '-y', '-qq', '--no-install-recommends', 'chromium'], said)) return
  }
  const cli = join(createRequire(import.meta.url).resolve('playwright-core/package.json'), '..', 'cli.js')
  run(process.execPath, [cli, 'install', 'chromium'], said)
}

function main() {
  let found = findBrowser()
  if (found) return `browser for the tests: ${found}`
  const said = []
  install(said)
  found = findBrowser()
  if (found) return `browser for the tests, just installed: ${found}`
  throw new Error(
    `no browser for the end-to-end tests, and none could be installed:\n${said.map((s) => `  ${s}`).join('\n')}\n` +
      'Install Chromium or Chrome by hand, or set HALLWAY_CHROMIUM to the path of one, and run npm test again.',
  )
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(main())
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
