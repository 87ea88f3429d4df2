import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { filesIn, importFile, reasonsOf } from '#app/import/fhir-files.ts'
import { readCodeSystem, readJson } from '#features/exchange/server/index.ts'
import { terminology } from '#features/terminology/contract.ts'
import { type Language, setLanguage } from '#kernel/lang/text.ts'
import { type Acting, actingIn, asked, openForCommand } from './acting.ts'
import { endWith } from './ended.ts'

const USAGE = `bin/import --fhir FILE|DIR… [--unit ID|NAME] [--tenant SLUG] [--as USERNAME] [--lang da|en]
bin/import --code-system FILE [--valid-from DAY] [--tenant SLUG] [--as USERNAME]`

const options = {
  fhir: { type: 'boolean', default: false },
  'code-system': { type: 'string' },
  'valid-from': { type: 'string' },
  unit: { type: 'string' },
  tenant: { type: 'string' },
  as: { type: 'string', default: 'admin' },
  lang: { type: 'string', default: 'da' },
} as const

const from = process.env.CALLED_FROM ?? '.'
const say = (line: object) => void process.stdout.write(`${JSON.stringify(line)}\n`)

/** @returns the exit code: 1 when something was refused */
async function importMessages(
  acting: Acting,
  files: string[],
  unit: string | null,
  language: Language,
): Promise<number> {
  let refused = 0
  for (const file of filesIn(files, from)) {
    const result = await importFile(acting, file, { unit, language, from })
    if (result.result === 'refused') refused++
    say(result)
  }
  return refused > 0 ? 1 : 0
}

async function importCodes(
  acting: Acting,
  file: string,
  validFrom: string | undefined,
  language: Language,
): Promise<number> {
  try {
    const given = readCodeSystem(readJson(fs.readFileSync(path.resolve(from, file))))
    const input = { ...given, validFrom: validFrom ?? acting.house.clock.today() }
    say({ file, result: 'accepted', reasons: [], ...(await asked(acting, terminology.load, input)) })
    return 0
  } catch (error) {
    const reasons = reasonsOf(error, language)
    if (!reasons) throw error
    say({ file, result: 'refused', reasons })
    return 1
  }
}

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const language = values.lang as Language
  const codes = values['code-system']
  if (!['da', 'en'].includes(language) || (!codes && positionals.length === 0)) throw new Error(USAGE)
  setLanguage(language)
  const house = await openForCommand()
  try {
    return await actingIn(house, values, (acting) =>
      codes
        ? importCodes(acting, codes, values['valid-from'], language)
        : importMessages(acting, positionals, values.unit ?? null, language),
    )
  } finally {
    await house.close()
  }
}

await endWith(main(process.argv.slice(2)))
