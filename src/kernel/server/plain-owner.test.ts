import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { sealRound, unsealedSeconds } from './sealer.ts'
import { makeTenantRole } from './tenants.ts'

test('an owner that may only make roles can install, seal and look how far it has come', async () => {
  const dir = fs.mkdtempSync(path.join(process.getuid?.() === 0 ? '/var/tmp' : os.tmpdir(), 'rt-plain-'))
  fs.chmodSync(dir, 0o755)
  const cluster = await startEmbedded(path.join(dir, 'pg'), { fsync: 'off' }, undefined, process.env.RT_TEST_POSTGRES)
  const superuser = new pg.Client({ connectionString: cluster.url })
  await superuser.connect()
  await superuser.query(`create role plain_owner login createrole password 'plain'`)
  await superuser.query('create database plain owner plain_owner')
  await superuser.end()
  const url = cluster.url.replace(/care_owner:[^@]*/, 'plain_owner:plain').replace(/postgres$/, 'plain')
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await migrate(owner)
  const { rows } = await owner.query(
    `insert into kernel.tenant (id, slug, name) values (gen_random_uuid(), 'en-by', 'En By') returning id`,
  )
  await makeTenantRole(owner, 'en hemmelighed', rows[0].id)
  await sealRound(owner)
  await owner.end()
  const pool = new pg.Pool({ connectionString: url }).on('error', () => undefined)
  expect(await unsealedSeconds(pool)).toBeLessThan(60)
  await pool.end()
  await cluster.stop()
  fs.rmSync(dir, { recursive: true, force: true })
}, 120_000)
