/** What vite does for the viewer alone; vite.config.ts loads it when the viewer is built. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'
import { DATA_PLACE } from './cli/onefile.ts'
import { siteData } from './cli/site.ts'
import type { GraphFile } from './src/schema.ts'
import { placesAhead } from './viz/model/makeAhead.ts'

/** Puts a policy into the page itself, for hosts that send none. */
const withPolicy = (html: string, policy: Record<string, string>): string =>
  html.replace(
    /<meta charset="utf-8" \/>/,
    (charset) =>
      `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${Object.entries(policy)
        .map(([name, value]) => `${name} ${value}`)
        .join('; ')}" />`,
  )

/**
 * The scripts of the first load, in the order of their need: what begins, what draws the stage, and the page around
 * it. A file each: many small ones wait for each other, and all of them for the browser's few connections.
 */
const STAGES: readonly { name: string; from: readonly string[] }[] = [
  { name: 'begin', from: ['/viz/main.ts'] },
  { name: 'stage', from: ['/viz/graph/early.ts'] },
  { name: 'page', from: ['/viz/mount.tsx', '/viz/graph/GraphView.tsx'] },
]

/** Puts each module into the first of these files that needs it; what may come later is in none. */
export function firstLoad(): Rolldown.CodeSplittingOptions {
  const folder = import.meta.dirname.replaceAll('\\', '/')
  const places = new Map<string, string>()
  const find = (context: Rolldown.ChunkingContext): void => {
    for (const { name, from } of STAGES) {
      const reach = (module: string): void => {
        if (places.has(module)) return
        places.set(module, name)
        context.getModuleInfo(module)?.importedIds.forEach(reach)
      }
      for (const end of from) reach(folder + end)
    }
  }
  return {
    // A file takes along what its modules need, unless one of a higher priority has it.
    groups: STAGES.map(({ name }, i) => ({
      debugName: name,
      priority: STAGES.length - i,
      name: (id, context) => {
        if (places.size === 0) find(context)
        return places.get(id) === name ? name : null
      },
    })),
  }
}

/** Has the browser fetch the index of the data and these scripts before the first of them runs. */
function preloads(bundle: Rolldown.OutputBundle): HtmlTagDescriptor[] {
  const link = (attrs: Record<string, string>): HtmlTagDescriptor => ({
    tag: 'link',
    attrs: { crossorigin: '', ...attrs },
    injectTo: 'head',
  })
  const all = Object.values(bundle)
  return [
    link({ rel: 'preload', as: 'fetch', href: './data/index.json' }),
    ...STAGES.slice(1).map(({ name }) => {
      const chunk = all.find((file) => file.type === 'chunk' && file.name === name)
      if (!chunk) throw new Error(`the viewer has no script of the name ${name}`)
      // Before the page comes the graph: it is asked for by the first script.
      const priority = name === 'page' ? { fetchpriority: 'low' } : {}
      return link({ rel: 'modulepreload', href: `./${chunk.fileName}`, ...priority })
    }),
  ]
}

/** The site brings the graphs of the package, so that any host that serves its files shows them. */
export function staticSite(): Plugin {
  return {
    name: 'hallway:static-site',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => ({
        html: withPolicy(html, {
          'default-src': "'self'",
          'img-src': "'self' data: blob:",
          'worker-src': "'self' blob:",
          'object-src': "'none'",
          'base-uri': "'none'",
          'form-action': "'none'",
        }),
        tags: bundle ? preloads(bundle) : [],
      }),
    },
    generateBundle() {
      const folder = join(import.meta.dirname, 'data', 'graphs')
      const graphs = readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((path) => ({
          path,
          graph: JSON.parse(readFileSync(join(folder, path), 'utf8')) as GraphFile,
        }))
      for (const [fileName, source] of siteData(graphs, [], placesAhead).data)
        this.emitFile({ type: 'asset', fileName, source })
    },
  }
}

/** In a page that is one file, workers and the registry are inside: `x.inside.ts` stands in for `x.ts`. */
export function inside(): Plugin {
  return {
    name: 'hallway:inside',
    enforce: 'pre',
    resolveId(source, importer) {
      const found = /(?:^|\/)(workers|registries)\.ts$/.exec(source)
      return found && importer
        ? this.resolve(source.replace(/\.ts$/, '.inside.ts'), importer, { skipSelf: true })
        : null
    },
  }
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Joins the page with its one script and its one style sheet, and leaves a place for the data. */
export function oneFile(): Plugin {
  return {
    name: 'hallway:one-file',
    generateBundle: {
      // After vite has written its own last words into the script.
      order: 'post',
      handler(_, bundle) {
        let [script, style, html] = ['', '', '']
        const icons = new Map<string, string>()
        for (const [name, file] of Object.entries(bundle)) {
          if (file.type === 'chunk') script += file.code
          else if (name.endsWith('.css')) style += file.source
          else if (name.endsWith('.html')) html = String(file.source)
          else if (name.endsWith('.svg')) icons.set(name, Buffer.from(file.source).toString('base64'))
          else this.error(`${name} would lie beside the page`)
          delete bundle[name]
        }
        for (const [name, data] of icons)
          html = html.replace(`./${name}`, () => `data:image/svg+xml;base64,${data}`)
        // What would end the element, or begin a comment in it, written otherwise in the strings that hold it.
        script = script.replace(/<(?=\/script|!--)/gi, '\\x3C')
        const page = withPolicy(html, {
          'default-src': "'none'",
          'script-src': hashOf(script),
          'style-src': hashOf(style),
          'img-src': 'data: blob:',
          'worker-src': 'blob:',
          'base-uri': "'none'",
          'form-action': "'none'",
        })
          .replace(/\s*<link rel="stylesheet"[^>]*>/g, '')
          .replace(/\s*<script type="module"[^>]*><\/script>/, '')
          .replace('</head>', () => `<style>${style}</style>\n  </head>`)
          .replace('</body>', () => `${DATA_PLACE}\n<script type="module">${script}</script>\n  </body>`)
        this.emitFile({ type: 'asset', fileName: 'index.html', source: page })
      },
    },
  }
}
