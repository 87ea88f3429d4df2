import path from 'node:path'
import { fhirExport } from '#app/export/fhir.ts'
import type { ExportMode } from '#app/export/mode.ts'
import { subjectExport } from '#app/export/subject.ts'
import { openHouse } from '#app/server/open-house.ts'
import { readConfig } from '#kernel/server/config.ts'
import { runningAt } from '#kernel/server/embedded.ts'
import { endWith } from './ended.ts'

/** What can be taken out, by the option that asks for it. Another kind is another line here, and a file beside `subject.ts`. */
const modes: Readonly<Record<string, ExportMode>> = { '--subject': subjectExport, '--fhir': fhirExport }

async function main(args: string[]): Promise<number> {
  const mode = modes[args.find((arg) => arg in modes) ?? '']
  if (!mode)
    throw new Error(
      Object.values(modes)
        .map(({ usage }) => usage)
        .join('\n'),
    )
  const run = mode.read(args)
  const config = readConfig(process.env)
  // The database that a running server holds open is used as it is; otherwise it is started for this.
  const running = config.DATABASE_URL ?? runningAt(path.join(config.DATA_DIR, 'pg'))
  const house = await openHouse({ ...config, RT_LOG_LEVEL: 'silent', ...(running ? { DATABASE_URL: running } : {}) })
  try {
    return await run(house, (line) => void process.stdout.write(`${line}\n`))
  } finally {
    await house.close()
  }
}

await endWith(main(process.argv.slice(2)))
