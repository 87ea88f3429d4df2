import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { actAs } from '#app/server/new-tenant.ts'
import { openHouse } from '#app/server/open-house.ts'
import { useCases } from '#app/use-cases.ts'
import { requirements, type SheetTold, type Spec } from '#features/requirements/contract.ts'
import { requirementsProblems } from '#features/requirements/problems.ts'
import type { AnyEndpoint, InputOf, OutputOf } from '#kernel/lang/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { fill, Problem, type Sentences } from '#kernel/lang/problem.ts'
import { readConfig } from '#kernel/server/config.ts'
import { perform } from '#kernel/server/run.ts'
import { endSession } from '#kernel/server/sessions.ts'
import { dbOn } from '#kernel/server/sql.ts'
import { coordinatorOf } from './coordinator-of.ts'
import { endWith } from './ended.ts'
import { tenantNamed } from './tenant-named.ts'

const USAGE = 'bin/import --requirements FILE --set TITLE --as NAME [--apply] [--tenant SLUG] [--lang da|en]'
const say = (line: string) => void process.stdout.write(`${line}\n`)

type Ask = <E extends AnyEndpoint>(contract: E, input: InputOf<E>) => Promise<OutputOf<E>>
type Said = { file: string; set: string; apply: boolean; language: 'da' | 'en' }

function readArgs() {
  const { values } = parseArgs({
    options: {
      requirements: { type: 'string' },
      set: { type: 'string' },
      as: { type: 'string' },
      apply: { type: 'boolean', default: false },
      tenant: { type: 'string' },
      lang: { type: 'string', default: 'da' },
    },
  })
  const { requirements: given, set, as, apply, tenant, lang } = values
  if (!given || !set || !as || !['da', 'en'].includes(lang)) throw new Error(USAGE)
  const file = path.resolve(process.env.CALLED_FROM ?? '.', given)
  return { file, set, as, apply, tenant, language: lang as 'da' | 'en' }
}

/** The set of that title; made when it is to be filled and is not there. */
async function setNamed(ask: Ask, { set: title, apply }: Said, placeId: string): Promise<Pick<Spec, 'id'>> {
  const known = (await ask(requirements.specs, {})).find((one) => one.title === title)
  if (!known && !apply)
    throw new Error(`No set of requirements is called ${title}. Make it on screen; --apply makes it too.`)
  return known ?? ask(requirements.openSpec, { id: newId(), placeId, title })
}

/** @returns the exit code: 0 when there is nothing to mend */
async function take(ask: Ask, said: Said, placeId: string): Promise<number> {
  const { id: specId } = await setNamed(ask, said, placeId)
  const content = fs.readFileSync(said.file).toString('base64')
  const told = await ask(requirements.takeSheet, { id: newId(), specId, content, store: said.apply })
  for (const line of linesOf(told, said.language)) say(line)
  return told.faults.length ? 1 : 0
}

function linesOf({ count, rows, fresh, same, unknown, faults, stored }: SheetTold, language: 'da' | 'en'): string[] {
  const isDanish = language === 'da'
  const places = faults.map(({ line, column, da, en }) => {
    const where = [`${isDanish ? 'linje' : 'line'} ${line}`, column && `${isDanish ? 'kolonnen' : 'column'} ${column}`]
    return `${where.filter(Boolean).join(', ')}: ${isDanish ? da : en}`
  })
  const counted = isDanish
    ? `${count} krav, ${rows} rækker: ${fresh} nye, ${same} her allerede.`
    : `${count} requirements, ${rows} rows: ${fresh} new, ${same} here already.`
  const done = isDanish
    ? stored
      ? 'Hentet.'
      : faults.length
        ? 'Intet er hentet.'
        : 'Set efter uden fejl. Hent med --apply.'
    : stored
      ? 'Taken in.'
      : faults.length
        ? 'Nothing was taken in.'
        : 'No faults. Take in with --apply.'
  return [
    counted,
    ...(unknown.length ? [`${isDanish ? 'Ikke læst' : 'Not read'}: ${unknown.join(', ')}`] : []),
    ...places,
    done,
  ]
}

const inWords = (error: unknown, language: 'da' | 'en'): string => {
  const sentence = error instanceof Problem ? (requirementsProblems as Sentences)[error.code] : undefined
  return sentence ? fill(sentence[language], (error as Problem).facts) : (error as Error).message
}

async function main(): Promise<number> {
  const said = readArgs()
  const house = await openHouse({ ...readConfig(process.env), RT_LOG_LEVEL: 'error' })
  try {
    const tenant = tenantNamed(house, said.tenant)
    const { id, placeId } = await coordinatorOf(house, tenant, said.as, USAGE)
    const pool = house.tenants.pool(tenant)
    const by = await actAs(house, tenant, house.clock, id)
    const ground = { pool, clock: house.clock, named: true, tell: () => undefined }
    const ask: Ask = async (contract, input) => {
      const useCase = useCases.find((one) => one.contract.name === contract.name)!
      return JSON.parse(await perform({ ground, useCase, input, by, key: newId() }))
    }
    try {
      return await take(ask, said, placeId)
    } catch (error) {
      throw new Error(inWords(error, said.language))
    } finally {
      await endSession(dbOn(pool), house.clock, by)
    }
  } finally {
    await house.close()
  }
}

await endWith(main())
