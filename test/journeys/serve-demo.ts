import fs from 'node:fs'
import { newFolder, run } from './server.ts'

/** Fills one folder with the demo, keeps a copy for journeys that restart the server, and serves it for all others. */
export default async function serveDemo() {
  const dir = newFolder('journeys')
  const first = await run(`${dir}/data`)
  await first.stop()
  fs.cpSync(`${dir}/data`, `${dir}/copy`, { recursive: true, preserveTimestamps: true })
  ownByNobody(`${dir}/copy`)
  const server = await run(`${dir}/data`)
  process.env.RT_URL = server.url
  process.env.RT_COPY = `${dir}/copy`
  return async () => {
    await server.stop()
    fs.rmSync(dir, { recursive: true, force: true })
  }
}

/** As root the copy belongs to root, and PostgreSQL (running as nobody) could not open it. */
function ownByNobody(dir: string): void {
  if (process.getuid?.() !== 0) return
  const own = (file: string): void => {
    fs.chownSync(file, 65534, 65534)
    if (fs.statSync(file).isDirectory()) for (const name of fs.readdirSync(file)) own(`${file}/${name}`)
  }
  own(`${dir}/pg`)
  fs.chownSync(`${dir}/pg.secret`, 65534, 65534)
}
