import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import { newFolder, run } from './server.ts'

/** Fills one folder with the demo, keeps a copy for journeys that restart the server, and serves it for all others. */
export default async function serveDemo() {
  // The server calls no identity provider inside the house that it was not told of; the journeys' own will stand here.
  process.env.RT_SSO_HOSTS = `127.0.0.1:${await aFreePort()}`
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

function aFreePort(): Promise<number> {
  return new Promise((free) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => free(port))
    })
  })
}
