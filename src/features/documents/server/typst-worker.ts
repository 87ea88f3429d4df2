import fs from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { plexFonts } from './fonts.ts'

/** Runs in a thread of its own, so that nobody waits while pages are set. */
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: plexFonts() }] })
const template = fs.readFileSync(new URL('./document.typ', import.meta.url), 'utf8')

export type Order = { id: number; document: string; madeAtSeconds: number | undefined }
export type Delivery = { id: number; pdf?: Uint8Array; lacking?: string[]; fault?: string }

/** Signs that no font at hand can show: PDF/UA refuses an empty box. Typst names them one by one. */
const lackingIn = (said: string): string[] => [
  ...new Set(
    [...said.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gs)].flatMap(([, text]) => [
      ...unescaped(text!),
    ]),
  ),
]

const unescaped = (text: string) =>
  text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code) => String.fromCodePoint(parseInt(code, 16)))

function setPages({ id, document, madeAtSeconds }: Order): Delivery {
  try {
    const compiled = compiler.compile({ mainFileContent: template, inputs: { document } })
    if (!compiled.result) return { id, fault: JSON.stringify(compiler.fetchDiagnostics(compiled.takeError()!)) }
    const stamp = madeAtSeconds === undefined ? {} : { creationTimestamp: madeAtSeconds }
    return { id, pdf: compiler.pdf(compiled.result, { pdfStandard: 'ua-1', ...stamp }) }
  } catch (error) {
    const said = String((error as Error).message ?? error)
    const lacking = lackingIn(said)
    return lacking.length > 0 ? { id, lacking } : { id, fault: said }
  } finally {
    compiler.evictCache(0)
  }
}

parentPort!.on('message', (order: Order) => parentPort!.postMessage(setPages(order)))
