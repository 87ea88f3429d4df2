import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '#kernel/server/embedded.ts'
import { between, type Drill, until, type Verdict, verdict, wait } from './drill.ts'
import { asOwner, copyFolder, freePort, type Installation, install, newFolder } from './installation.ts'
import { Ledger } from './ledger.ts'
import { post } from './post.ts'
import { Product } from './product.ts'
import { type Hashes, hashOfTables, unlike } from './table-hashes.ts'
import { Writers } from './writers.ts'

/** Written whole under another name first: a half copied segment must never look like a finished one. */
const archiving = (archive: string) => ({
  archive_mode: 'on',
  archive_command: `test ! -f ${archive}/%f && cp %p ${archive}/%f.part && mv ${archive}/%f.part ${archive}/%f`,
})

/** What stands in the archive and beside it. */
type Safe = { base: string; archive: string; endOfBase: string }
type Chosen = { at: string; hashes: Hashes; before: Set<string>; after: Set<string> }

/** A folder that the user of the database may write in. */
function ownedFolder(name: string, like: string): string {
  const dir = newFolder(name)
  const { uid, gid } = fs.statSync(like)
  fs.chownSync(dir, uid, gid)
  return dir
}

/** Copied while it is written to; what goes away meanwhile, and what PostgreSQL makes anew, is not needed. */
const LEFT_OUT = /^(pg_wal|postmaster\.(pid|opts)|pg_replslot|pg_stat_tmp|pg_subtrans|pg_notify|pg_dynshmem)(\/.+|$)/

async function copyLive(from: string, to: string, below = ''): Promise<void> {
  const { uid, gid } = fs.statSync(from)
  for (const entry of await fs.promises.readdir(path.join(from, below), { withFileTypes: true })) {
    const name = path.join(below, entry.name)
    const target = path.join(to, name)
    const contents = LEFT_OUT.exec(name)
    if (contents && (contents[2] || !entry.isDirectory())) continue
    if (entry.isDirectory()) {
      await fs.promises.mkdir(target, { mode: 0o700 })
      await copyLive(from, to, name)
    } else if (!(await copied(path.join(from, name), target))) continue
    await fs.promises.chown(target, uid, gid)
  }
}

const copied = (from: string, to: string): Promise<boolean> =>
  fs.promises.copyFile(from, to).then(
    () => true,
    (error) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )

/** What pg_basebackup does, with what is at hand everywhere: begin, copy the folder, end, and keep the label it hands over. */
async function baseBackup(place: Installation, archive: string): Promise<Safe> {
  const from = path.join(place.dir, 'pg')
  const base = ownedFolder('base', from)
  return asOwner(place.dir, async (owner) => {
    await owner.query(`select pg_backup_start('drill', fast => true)`)
    await copyLive(from, base)
    const { rows } = await owner.query<{ label: string; segment: string }>(
      'select labelfile as label, pg_walfile_name(lsn) as segment from pg_backup_stop(wait_for_archive => true)',
    )
    writeAs(base, path.join(base, 'backup_label'), rows[0]!.label)
    return { base, archive, endOfBase: rows[0]!.segment }
  })
}

/** A second in which nothing changed, between two looks at every row; so the rows as of then are known. */
async function chooseSecond(place: Installation, writers: Writers, ledger: Ledger): Promise<Chosen> {
  writers.rest()
  await until(() => ledger.asked.size === ledger.acknowledged.size, 10_000)
  const before = new Set(ledger.acknowledged)
  for (let tries = 0; tries < 10; tries++) {
    const first = await place.asOwner(hashOfTables)
    await wait(300)
    // PostgreSQL refuses the form with T and Z here.
    const at = new Date().toISOString().replace('T', ' ').replace('Z', '+00')
    await wait(300)
    const hashes = await place.asOwner(hashOfTables)
    if (unlike(first, hashes).length > 0) continue
    writers.goOn()
    return { at, hashes, before, after: new Set() }
  }
  throw new Error('No quiet second was found.')
}

/** The last of the log is in the archive when the switched segment is. */
async function archiveAll(place: Installation): Promise<void> {
  await place.asOwner(async (owner) => {
    const { rows } = await owner.query<{ segment: string }>('select pg_walfile_name(pg_switch_wal()) as segment')
    const done = async () => {
      const found = await owner.query(`select from pg_stat_archiver where last_archived_wal >= $1`, [rows[0]!.segment])
      return found.rowCount === 1
    }
    if (!(await until(done, 30_000))) throw new Error(`${rows[0]!.segment} was not archived in 30 s.`)
  })
}

type Target = { dir: string; settings: Record<string, string> }

/** An empty folder, the base, the secret, and where to read the log and where to stop. */
function layOut(place: Installation, { base, archive }: Safe, target: Record<string, string>, from = archive): Target {
  const dir = newFolder('restored')
  const to = path.join(dir, 'pg')
  fs.renameSync(cloneOf(base), to)
  for (const file of ['pg.secret', 'secret']) copyOwned(path.join(place.dir, file), path.join(dir, file))
  writeAs(base, path.join(to, 'recovery.signal'), '')
  return {
    dir,
    settings: { restore_command: `cp ${from}/%f %p`, recovery_target_action: 'promote', ...target },
  }
}

function cloneOf(base: string): string {
  const dir = ownedFolder('clone', base)
  fs.chmodSync(dir, 0o700)
  copyFolder(base, dir)
  fs.chmodSync(dir, 0o700)
  return dir
}

/** Belonging to whom `like` belongs to. */
function writeAs(like: string, file: string, text: string): void {
  const { uid, gid } = fs.statSync(like)
  fs.writeFileSync(file, text)
  fs.chownSync(file, uid, gid)
}

function copyOwned(from: string, to: string): void {
  const { uid, gid, mode } = fs.statSync(from)
  fs.copyFileSync(from, to)
  fs.chownSync(to, uid, gid)
  fs.chmodSync(to, mode)
}

type Restored = { hashes: Hashes; marks: Set<string>; trailGap: number; ms: number }

/** Starts the restored database alone and looks at it, before the product changes anything. */
async function look({ dir, settings }: Target): Promise<Restored> {
  const began = Date.now()
  const database = await startEmbedded(path.join(dir, 'pg'), settings)
  const owner = new pg.Client({ connectionString: database.url })
  try {
    await owner.connect()
    const ms = Date.now() - began
    const { rows: notes } = await owner.query<{ mark: string }>(
      `select split_part(text, ' ', 1) as mark from journal.note union all select split_part(text, ' ', 1) from journal.correction`,
    )
    return {
      hashes: await hashOfTables(owner),
      marks: new Set(notes.map(({ mark }) => mark)),
      trailGap: await trailGap(owner),
      ms,
    }
  } finally {
    await owner.end()
    await database.stop()
  }
}

/** Notes and corrections without their one entry in the trail, and entries without what they tell of. */
async function trailGap(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ gap: number }>(`
    with stood as (select id, count(*) from (select id from journal.note union all select note_id from journal.correction) each group by 1),
      told as (select records[1] as id, count(*) from kernel.audit where action in ('journal.write', 'journal.correct') and outcome = 'done' group by 1)
    select count(*)::int as gap from stood full join told using (id) where stood.count is distinct from told.count`)
  return rows[0]!.gap
}

function judge(chosen: Chosen, found: Restored): Verdict {
  const unequal = unlike(chosen.hashes, found.hashes)
  return verdict(
    {
      'unequal tables': unequal.length,
      'missing of those acknowledged before': [...chosen.before].filter((mark) => !found.marks.has(mark)).length,
      'there of those written after': [...chosen.after].filter((mark) => found.marks.has(mark)).length,
      'gaps in the trail': found.trailGap,
    },
    {
      tables: chosen.hashes.size,
      rows: [...chosen.hashes.values()].reduce((sum, { rows }) => sum + rows, 0),
      'restored in ms': found.ms,
    },
  )
}

/** Whether the product starts on what was restored and shows a note of before. */
async function readsANote(place: Installation, { dir }: Target): Promise<boolean> {
  const product = new Product(await freePort(), { DATA_DIR: dir, RT_SEED: 'none', RT_LOG_LEVEL: 'error' })
  try {
    await product.start()
    const { token, citizenId } = place.municipality.leaders[0]!
    const { status, body } = await post(product.base, 'journal.ofCitizen', { token, body: { citizenId, before: null } })
    return status === 200 && (body as unknown as unknown[]).length > 0
  } finally {
    await product.stop()
  }
}

/** As if the archive had been lost: what the base itself needs to be whole, and nothing after it. */
function withoutArchive(safe: Safe): string {
  const dir = ownedFolder('archive-of-base', safe.archive)
  for (const file of fs.readdirSync(safe.archive))
    if (file <= safe.endOfBase) copyOwned(path.join(safe.archive, file), path.join(dir, file))
  return dir
}

async function once(place: Installation, archive: string): Promise<{ drill: Verdict; control: Verdict }> {
  const ledger = new Ledger(path.join(place.dir, 'ledger'))
  const writers = new Writers({ base: place.product.base, workers: place.municipality.leaders, ledger })
  await wait(500)
  const safe = await baseBackup(place, archive)
  await wait(between(500, 1500))
  const chosen = await chooseSecond(place, writers, ledger)
  await wait(700)
  await writers.stop()
  for (const mark of ledger.asked.keys()) if (!chosen.before.has(mark)) chosen.after.add(mark)
  await archiveAll(place)
  const target = layOut(place, safe, { recovery_target_time: chosen.at })
  const drill = judge(chosen, await look(target))
  const opens = verdict({ 'failure of the product to read a note': (await readsANote(place, target)) ? 0 : 1 })
  const without = layOut(place, safe, { recovery_target: 'immediate' }, withoutArchive(safe))
  const control = judge(chosen, await look(without))
  ledger.close()
  return { drill: { held: drill.held && opens.held, said: `${drill.said}, ${opens.said}` }, control }
}

export const backup: Drill = {
  name: 'backup',
  what: 'base backup and log archive under eight writers; restored to a chosen second in an empty folder',
  control: 'restored without the log archive: rows are unequal',
  async run({ loops }) {
    let found: { drill: Verdict; control: Verdict } | undefined
    for (let n = 0; n < Math.ceil(loops / 10); n++) {
      let archive = ''
      const place = await install('backup', {
        database: 'beside',
        settings: (dir) => {
          archive = ownedFolder('archive', path.join(dir, 'pg'))
          return archiving(archive)
        },
      })
      found = await once(place, archive).finally(() => place.close())
      if (!found.drill.held || found.control.held) return found
    }
    return found!
  },
}
