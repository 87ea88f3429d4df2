import { NOWHERE } from '#kernel/server/seal.ts'
import type { Tenant } from '#kernel/server/tenants.ts'
import type { Broken, Verified } from '#kernel/server/verify.ts'

const what: Record<Broken['what'], string> = {
  changed: 'the row is not what was sealed: it was changed, or its link was',
  gone: 'the row is gone from kernel.audit',
  'link-gone': 'links before this one are gone from kernel.seal',
  'never-sealed': 'the row was there when the log was sealed, and has no link',
  'put-in': 'the row was put in among older ones',
  'made-anew': 'the link is not the one stored elsewhere: the chain was made anew, from here or from before',
  'cut-short':
    'the chain ends before this link, which is stored elsewhere: rows were cut off, or this is an older backup',
  index: 'kernel.seen does not name the citizens that the log names: who looked at somebody cannot be trusted',
}

/** The first row that does not fit: municipality, unit, number, time, and what does not fit. */
export function brokenLine(tenant: Tenant, units: ReadonlyMap<string, string>, broken: Broken): string {
  const unit = broken.chain === NOWHERE ? 'no unit' : (units.get(broken.chain) ?? broken.chain)
  const where = [
    tenant.name,
    unit,
    broken.seq && `seq ${broken.seq}`,
    broken.link && `link ${broken.link}`,
    broken.at && `at ${broken.at}`,
  ]
  return `BROKEN  ${where.filter(Boolean).join(', ')}: ${what[broken.what]}.`
}

export function provedLine({ name }: Tenant, { rows, chains, unsealed }: Verified, seconds: number): string {
  const pace = seconds > 0 ? `, ${Math.round(rows / seconds).toLocaleString('en')} rows/s` : ''
  const young = unsealed ? `; ${unsealed} younger rows are not sealed yet` : ''
  return `proved  ${name}: ${rows.toLocaleString('en')} rows in ${chains} chains, ${seconds.toFixed(1)} s${pace}${young}.`
}
