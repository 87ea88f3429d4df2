import fs from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import locales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const root = path.resolve(import.meta.dirname, 'src/app/web')
const outDir = path.resolve(import.meta.dirname, 'dist/web')
const server = process.env.RT_SERVER ?? 'http://localhost:3000'

/** Beside every text file its small forms, so that the server only has to pick one. */
function smallForms(): Plugin {
  return {
    name: 'small-forms',
    apply: 'build',
    enforce: 'post',
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const files = fs.readdirSync(outDir, { recursive: true, encoding: 'utf8' })
        for (const file of files.filter((name) => /\.(js|css|html|svg|webmanifest)$/.test(name))) {
          const bytes = fs.readFileSync(path.join(outDir, file))
          fs.writeFileSync(path.join(outDir, `${file}.gz`), gzipSync(bytes, { level: 9 }))
          const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
          fs.writeFileSync(path.join(outDir, `${file}.br`), brotliCompressSync(bytes, { params }))
        }
      },
    },
  }
}

const src = path.resolve(import.meta.dirname, 'src')
const ENGLISH = 'virtual:english'

const RIGHTS = 'virtual:rights'

/** What each right is called on the screen, as the glossary says it: words that stand once. */
function rightsInWords(): Plugin {
  const read = () => {
    const glossary = fs.readFileSync(path.resolve(import.meta.dirname, 'GLOSSARY.md'), 'utf8')
    const table = /^## Rights$([\s\S]*?)^## /m.exec(glossary)![1]!
    const rows = [...table.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]*)\|$/gm)]
    return Object.fromEntries(rows.map(([, name, da, meaning]) => [name, { da: da!.trim(), meaning: meaning!.trim() }]))
  }
  return {
    name: 'rights-in-words',
    resolveId: (source) => (source === RIGHTS ? `\0${RIGHTS}` : undefined),
    load: (id) => (id === `\0${RIGHTS}` ? `export default ${JSON.stringify(read())}` : undefined),
  }
}

/** Half of all words: fetched by those who read them. Every `text.en.ts` is set apart, without its feature knowing. */
function englishApart(): Plugin {
  const files = fs.globSync('**/text.en.ts', { cwd: src })
  const fetched = () =>
    [
      ...files.map((file, at) => `import { en as e${at} } from ${JSON.stringify(path.join(src, file))}`),
      `export default { ${files.map((file, at) => `${JSON.stringify(file)}: e${at}`).join(', ')} }`,
    ].join('\n')
  const instead = (file: string) =>
    `import { inEnglish } from '#kernel/lang/english.ts'\nexport const en = inEnglish(${JSON.stringify(file)})`
  return {
    name: 'english-apart',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source === ENGLISH) return `\0${ENGLISH}`
      if (!source.endsWith('/text.en.ts') || !importer || importer === `\0${ENGLISH}`) return undefined
      return `\0in-english:${path.relative(src, path.resolve(path.dirname(importer), source))}`
    },
    load(id) {
      if (id === `\0${ENGLISH}`) return fetched()
      return id.startsWith('\0in-english:') ? instead(id.slice('\0in-english:'.length)) : undefined
    },
  }
}

/** Words, or lists of words by name: what can be written out where it is said. */
const isWords = (value: unknown): boolean =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && Object.values(value).every(isWords))

/** `.nouns.goal` or `.loose['without-need']` of words. */
const at = (words: unknown, path: string): unknown =>
  [...path.matchAll(/[\w-]+/g)].reduce((within, [key]) => (within as Record<string, unknown> | undefined)?.[key], words)

/** A feature's face says a few words in menus and tabs. They are written out there, and the rest of its words stay with its pages. */
function faceWords(): Plugin {
  return {
    name: 'face-words',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/features\/[\w-]+\/web\/index\.ts$/ },
      async handler(code, id) {
        const wordsIn = async (tongue: 'da' | 'en') =>
          (await import(path.join(path.dirname(id), `../text.${tongue}.ts`)))[tongue]
        const [da, en] = await Promise.all([wordsIn('da'), wordsIn('en')])
        const written = code.replace(/\btext((?:\.\w+|\['[\w-]+'\])+)(?![\w(.[])/g, (whole, path: string) => {
          const [said, inEnglish] = [da, en].map((words) => at(words, path))
          return isWords(said) ? `inTongue(${JSON.stringify(said)}, ${JSON.stringify(inEnglish)})` : whole
        })
        return { code: `import { inTongue } from '#kernel/lang/text.ts'\n${written}`, map: null }
      },
    },
  }
}

/** That a contract can be printed as JSON Schema is for the server's document; in the browser it is 7 kB that nobody calls. */
function withoutJsonSchema(): Plugin {
  return {
    name: 'without-json-schema',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/ },
      handler(code) {
        const names = [...code.matchAll(/^export (?:(?:const|function) |\{ \w+ as )(\w+)/gm)].map(([, name]) => name)
        const empty = names.map((name, at) => `const e${at} = () => () => undefined\nexport { e${at} as ${name} }`)
        return { code: empty.join('\n'), map: null }
      },
    },
  }
}

/** The shell for a start without network: built files only, never an answer of the API. It waits until one says *Skift nu*. */
const shell = VitePWA({
  injectRegister: null,
  strategies: 'generateSW',
  manifest: {
    name: 'Rød Tråd',
    short_name: 'Rød Tråd',
    lang: 'da',
    start_url: '/',
    display: 'standalone',
    background_color: '#fbf9f4',
    theme_color: '#fbf9f4',
    icons: [{ src: '/thread.svg', sizes: 'any', type: 'image/svg+xml' }],
  },
  workbox: {
    globPatterns: ['**/*.{js,css,html,svg,woff2}'],
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [/^\/api\//, /^\/health$/, /^\/metrics$/],
    cleanupOutdatedCaches: true,
    inlineWorkboxRuntime: true,
  },
})

/** Styles and the start do something by being read; the rest of ours is fetched with the page that uses it, not with its face. */
const doesSomething = (id: string): boolean =>
  !/\/src\/(features|kernel\/ui)\//.test(id) || /\.css($|\?)|\/kernel\/ui\/index\.ts$/.test(id)

export default defineConfig({
  root,
  plugins: [
    { ...locales.vite({ locales: ['da-DK', 'en-GB', 'en-US'] }), enforce: 'pre' },
    englishApart(),
    faceWords(),
    rightsInWords(),
    withoutJsonSchema(),
    react(),
    shell,
    smallForms(),
  ],
  build: {
    outDir,
    emptyOutDir: true,
    // Which file fetches which: the gate on script reads it (src/app/web/script.test.ts).
    manifest: 'chunks.json',
    modulePreload: { polyfill: false },
    rolldownOptions: { treeshake: { moduleSideEffects: doesSomething } },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': server, '/health': server } },
})
