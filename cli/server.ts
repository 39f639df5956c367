/** The viewer's server: static files and the graphs, on loopback only. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { systemReason, WorkError } from './errors.ts'
import type { ServedData } from './site.ts'

export const DEFAULT_PORT = 4173
const LOOPBACK = '127.0.0.1'
/** Ports that are tried, one after the other, when none is asked for. */
const PORTS_TRIED = 50

/**
 * Scripts and styles only from the server itself, none inline: a transcript that gets into the page as markup
 * stays dead. The tests of the viewer run under the same policy.
 */
export const HEADERS: Record<string, string> = {
  'Content-Security-Policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
}

/** Names of this machine's loopback. A page elsewhere whose name is bent to 127.0.0.1 sends its own name. */
const isLoopback = (host: string | undefined): boolean =>
  /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i.test(host ?? '')

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${message}\n`)
}

/** @param folder the built viewer */
export function makeServer(folder: string, data: ServedData): Server {
  // `dev` looks at the folder at every request: the viewer may be built anew while this runs.
  const files = sirv(folder, { dev: true, etag: true })
  return createServer((request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
    if (!isLoopback(request.headers.host)) return refuse(response, 403, 'only for this machine')
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'only GET and HEAD')
    const path = (request.url ?? '/').replace(/[?#].*$/s, '').slice(1)
    const json = data.get(path)
    if (json === undefined) return files(request, response, () => refuse(response, 404, 'no such page'))
    response.writeHead(200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(json),
    })
    response.end(request.method === 'HEAD' ? undefined : json)
  })
}

function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(port, LOOPBACK, () => {
      server.off('error', failed)
      done()
    })
  })
}

/**
 * Listens on the port that is asked for, or on the first free one from the default on.
 * @returns the address to open
 * @throws {WorkError} when the port is taken, or none is free
 */
export async function listen(server: Server, asked: number | undefined): Promise<string> {
  const first = asked ?? DEFAULT_PORT
  for (let port = first; ; port++) {
    try {
      await listenOn(server, port)
      const address = server.address()
      return `http://${LOOPBACK}:${typeof address === 'object' && address ? address.port : port}/`
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      if (!taken || asked !== undefined || port - first >= PORTS_TRIED)
        throw new WorkError(`port ${port}: ${systemReason(error)}; choose another with --port`)
    }
  }
}

export const viewerFolder = (root: string): string => join(root, 'dist', 'viz')

/** The viewer as one page, without data. */
export const viewerPage = (root: string): string => join(root, 'dist', 'page', 'index.html')
