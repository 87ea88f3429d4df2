import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { newFolder, run } from './server.ts'

/** Fills one folder with the demo, keeps a copy for journeys that restart the server, and serves it for all others. */
export default async function serveDemo() {
  const dir = newFolder('journeys')
  const first = await run(`${dir}/data`)
  await first.stop()
  // With owners and modes: as root the database's files belong to nobody.
  execFileSync('cp', ['-a', `${dir}/data`, `${dir}/copy`])
  const server = await run(`${dir}/data`)
  process.env.RT_URL = server.url
  process.env.RT_COPY = `${dir}/copy`
  return async () => {
    await server.stop()
    fs.rmSync(dir, { recursive: true, force: true })
  }
}
