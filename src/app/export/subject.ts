import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { tenantNamed } from '#app/cli/tenant-named.ts'
import { actAs } from '#app/server/new-tenant.ts'
import type { Opened } from '#app/server/open-house.ts'
import { makerFor } from '#app/server/privacy-jobs.ts'
import { tellingsWithLookups } from '#app/subject-access.ts'
import { sentences, useCases } from '#app/use-cases.ts'
import { privacy } from '#features/privacy/contract.ts'
import { requestKinds } from '#features/privacy/deadlines.ts'
import { handOut, lookForRequest, type Outlet, zipOutlet } from '#features/privacy/server/index.ts'
import type { AnyEndpoint, InputOf, OutputOf } from '#kernel/lang/contract.ts'
import { Day } from '#kernel/lang/day.ts'
import { Id, newId } from '#kernel/lang/id.ts'
import { fill, Problem } from '#kernel/lang/problem.ts'
import { call, type Ground } from '#kernel/server/run.ts'
import { endSession } from '#kernel/server/sessions.ts'
import { dbOn, sql } from '#kernel/server/sql.ts'
import type { Tenant } from '#kernel/server/tenants.ts'
import type { By } from '#kernel/server/use-case.ts'
import { folderOutlet } from './folder-outlet.ts'
import type { ExportMode } from './mode.ts'

const USAGE = `bin/export --subject CITIZEN_ID|NUMBER --out DIR|FILE.zip [--from DAY] [--to DAY] [--as USERNAME] [--tenant SLUG]
           [--kind ${requestKinds.join('|')}] [--received DAY] [--request REQUEST_ID] [--with-names] [--where-reason WHY] [--lang da|en]
  Everything recorded about a citizen, to read and as data. Others are masked; --request uses what was decided on the screen.
  Of somebody with a protected address or a hidden stay, address, phone, room and units' names are left out,
  unless --where-reason says why they go along; it stands in the log.`

const options = {
  subject: { type: 'string' },
  out: { type: 'string' },
  from: { type: 'string', default: '1900-01-01' },
  to: { type: 'string' },
  as: { type: 'string', default: 'admin' },
  tenant: { type: 'string' },
  kind: { type: 'string', default: 'gdpr-access' },
  received: { type: 'string' },
  request: { type: 'string' },
  'with-names': { type: 'boolean', default: false },
  'where-reason': { type: 'string' },
  lang: { type: 'string', default: 'da' },
} as const

type Said = ReturnType<typeof said>

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  if (allowed.includes(value as T)) return value as T
  throw new Error(`--${name} is one of ${allowed.join(', ')}.\n${USAGE}`)
}

function dayOrNone(name: string, value: string | undefined): string | undefined {
  if (value === undefined || Day.safeParse(value).success) return value
  throw new Error(`--${name} is a day, as 2026-03-01.\n${USAGE}`)
}

function said(args: string[]) {
  const { values } = parseArgs({ args, options })
  if (!values.subject || !values.out) throw new Error(USAGE)
  return {
    ...values,
    subject: values.subject,
    out: path.resolve(process.env.CALLED_FROM ?? '.', values.out),
    kind: oneOf('kind', values.kind, requestKinds),
    lang: oneOf('lang', values.lang, ['da', 'en']),
    from: dayOrNone('from', values.from)!,
    to: dayOrNone('to', values.to),
    received: dayOrNone('received', values.received),
  }
}

/** Who acts: their own rights count, as on the screen. */
async function personOf(house: Opened, tenant: Tenant, userName: string): Promise<Id> {
  const found = await dbOn(house.tenants.pool(tenant)).one<{ id: Id }>(
    sql`select id from org.employee where tenant_id = kernel.here() and user_name = ${userName.toLowerCase()}`,
  )
  if (!found) throw new Error(`Nobody in ${tenant.name} has the user name ${userName}. Say --as USERNAME.`)
  return found.id
}

type Acting = { house: Opened; tenant: Tenant; by: By; ground: Ground }

const byName = new Map(useCases.map((useCase) => [useCase.contract.name, useCase]))

async function asked<E extends AnyEndpoint>(
  { ground, by }: Acting,
  contract: E,
  input: InputOf<E>,
): Promise<OutputOf<E>> {
  return call({ ground, by, contract, useCase: byName.get(contract.name)!, input, key: newId() })
}

async function citizenOf(acting: Acting, subject: string): Promise<Id> {
  if (Id.safeParse(subject).success) return subject
  const found = await asked(acting, privacy.citizens, { words: subject })
  if (found.length !== 1)
    throw new Error(
      `${found.length} citizens fit ${subject.length === 10 ? 'the number' : 'the words'}. Give the id of one.`,
    )
  return found[0]!.id
}

/** Recorded as a request like any other, so that what was handed out has somebody who asked for it. */
async function requestOf(acting: Acting, given: Said): Promise<Id> {
  const today = acting.house.clock.today()
  if (given.request) return (await asked(acting, privacy.request, { id: given.request })).id
  const citizenId = await citizenOf(acting, given.subject)
  const { id } = await asked(acting, privacy.ask, {
    id: newId(),
    citizenId,
    kind: given.kind,
    requester: 'citizen',
    requesterNote: null,
    fromOn: given.from,
    toOn: given.to ?? today,
    receivedOn: given.received ?? today,
  })
  await lookForRequest({ ...makerFor(acting.house, acting.tenant), tellings: tellingsWithLookups(false) }, id)
  return id
}

const isZip = (out: string) => out.toLowerCase().endsWith('.zip')

/** The octets are hashed on their way, so that the trail can prove what was handed out. */
function outletTo(out: string): { outlet: Outlet; written(): { bytes: number; sha256: Buffer } } {
  const hash = createHash('sha256')
  let bytes = 0
  const count = (piece: Uint8Array) => {
    hash.update(piece)
    bytes += piece.length
  }
  const written = () => ({ bytes, sha256: hash.digest() })
  if (!isZip(out)) return { outlet: folderOutlet(out, count), written }
  const file = fs.createWriteStream(out, { flags: 'wx', mode: 0o600 })
  const write = async (piece: Uint8Array) => {
    count(piece)
    if (!file.write(piece)) await new Promise<void>((done, fail) => file.once('drain', done).once('error', fail))
  }
  const zip = zipOutlet(write)
  const end = () => zip.end().then(() => new Promise<void>((done, fail) => file.once('error', fail).end(done)))
  return { outlet: { file: zip.file, end }, written }
}

async function take(acting: Acting, given: Said, say: (line: string) => void): Promise<number> {
  const requestId = await requestOf(acting, given)
  const request = await asked(acting, privacy.request, { id: requestId })
  const { outlet, written } = outletTo(given.out)
  const maker = makerFor(acting.house, acting.tenant)
  const made = await handOut(
    maker,
    {
      request,
      by: acting.by,
      language: given.lang,
      withNames: given['with-names'],
      tellWhere: given['where-reason']?.trim() || null,
    },
    outlet,
    written,
  )
  for (const [section, rows] of Object.entries(made.counts))
    if (rows > 0) say(`${String(rows).padStart(8)}  ${section}`)
  const unseen = request.findings.filter(({ decision, isDecided }) => decision === 'mask' && !isDecided).length
  say(`${String(made.masked).padStart(8)}  places masked`)
  if (unseen > 0) say(`${unseen} findings are masked without anybody having looked at them: /indsigt/${requestId}`)
  if (request.isProtected && !given['where-reason']?.trim())
    say('where the citizen is to be found is left out: it is protected')
  say(given.out)
  return 0
}

const inWords = (error: unknown): Error => {
  if (!(error instanceof Problem)) return error as Error
  const sentence = sentences[error.code]
  return new Error(sentence ? fill(sentence.en, error.facts) : error.message)
}

async function run(house: Opened, given: Said, say: (line: string) => void): Promise<number> {
  const tenant = tenantNamed(house, given.tenant)
  const pool = house.tenants.pool(tenant)
  const ground: Ground = { pool, clock: house.clock, named: false, tell: () => undefined }
  const by = await actAs(house, tenant, house.clock, await personOf(house, tenant, given.as))
  try {
    return await take({ house, tenant, by, ground }, given, say)
  } catch (error) {
    throw inWords(error)
  } finally {
    await endSession(dbOn(pool), house.clock, by)
  }
}

export const subjectExport: ExportMode = {
  usage: USAGE,
  read(args) {
    const given = said(args)
    if (fs.existsSync(given.out) && (isZip(given.out) || fs.readdirSync(given.out).length > 0))
      throw new Error(`${given.out} is there already. Choose another, so that two packages are not mixed.`)
    return (house, say) => run(house, given, say)
  },
}
