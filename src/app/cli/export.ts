import type { ExportMode } from '#app/export/mode.ts'
import { subjectExport } from '#app/export/subject.ts'
import { openHouse } from '#app/server/open-house.ts'
import { readConfig } from '#kernel/server/config.ts'

/** What can be taken out, by the option that asks for it. Another kind is another line here, and a file beside `subject.ts`. */
const modes: Readonly<Record<string, ExportMode>> = { '--subject': subjectExport }

async function main(args: string[]): Promise<number> {
  const mode = modes[args.find((arg) => arg in modes) ?? '']
  if (!mode)
    throw new Error(
      Object.values(modes)
        .map(({ usage }) => usage)
        .join('\n'),
    )
  const run = mode.read(args)
  const house = await openHouse({ ...readConfig(process.env), RT_LOG_LEVEL: 'error' })
  try {
    return await run(house, (line) => void process.stdout.write(`${line}\n`))
  } finally {
    await house.close()
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(2)
  },
)
