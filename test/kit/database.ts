import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { bringUpToDate } from '#app/server/open-house.ts'
import { startEmbedded } from '#kernel/server/embedded.ts'

export const TEST_SECRET = 'en-hemmelighed-der-kun-bruges-i-prøver-0123456789'

/** Once for a whole test run: a throwaway server and a migrated template, from which every test file clones its own database. */
export default async function setup({ provide }: { provide: (key: 'databaseUrl', value: string) => void }) {
  const dir = fs.mkdtempSync(path.join(process.getuid?.() === 0 ? '/var/tmp' : os.tmpdir(), 'rt-test-'))
  fs.chmodSync(dir, 0o755)
  const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: 300 }
  const server = await startEmbedded(path.join(dir, 'pg'), settings, undefined, process.env.RT_TEST_POSTGRES)
  await makeTemplate(server.url)
  provide('databaseUrl', server.url)
  return async () => {
    await server.stop()
    fs.rmSync(dir, { recursive: true, force: true })
  }
}

async function makeTemplate(url: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query('create database tpl')
  await owner.end()
  await bringUpToDate(url.replace(/\/postgres$/, '/tpl'), TEST_SECRET)
}

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
  }
}
