import { parseArgs } from 'node:util'
import { actingIn, asked } from '#app/cli/acting.ts'
import { reasonsOf } from '#app/import/fhir-files.ts'
import { exchange } from '#features/exchange/contract.ts'
import { Id } from '#kernel/lang/id.ts'
import type { Language } from '#kernel/lang/text.ts'
import { dbOn, sql } from '#kernel/server/sql.ts'
import type { ExportMode } from './mode.ts'

const kinds = ['status', 'report', 'order'] as const
const USAGE = `bin/export --fhir ${kinds.join('|')} --citizen ID|NUMBER [--as USERNAME] [--reason WHY] [--tenant SLUG] [--lang da|en]
  A Bundle on standard output. Nothing is sent.
  --reason is needed where the address is protected or the stay hidden; it stands in the log.`

const options = {
  fhir: { type: 'string' },
  citizen: { type: 'string' },
  as: { type: 'string', default: 'admin' },
  reason: { type: 'string' },
  tenant: { type: 'string' },
  lang: { type: 'string', default: 'da' },
} as const

function said(args: string[]) {
  const { values } = parseArgs({ args, options })
  const what = kinds.find((kind) => kind === values.fhir)
  if (!what || !values.citizen || !['da', 'en'].includes(values.lang)) throw new Error(USAGE)
  return {
    ...values,
    what,
    citizen: values.citizen.replace(/[\s-]/g, (sign) => (values.citizen!.length > 20 ? sign : '')),
    lang: values.lang as Language,
  }
}

export const fhirExport: ExportMode = {
  usage: USAGE,
  read(args) {
    const given = said(args)
    return (house, say) =>
      actingIn(house, given, async (acting) => {
        const found = Id.safeParse(given.citizen).success
          ? { id: given.citizen }
          : await dbOn(acting.ground.pool).one<{ id: Id }>(
              sql`select id from citizens.citizen where tenant_id = kernel.here() and number = ${given.citizen}`,
            )
        if (!found) throw new Error('There is no citizen with that number. Give the id of one.')
        try {
          const { what, reason } = given
          say((await asked(acting, exchange.export, { citizenId: found.id, what, reason })).content)
          return 0
        } catch (error) {
          throw new Error(reasonsOf(error, given.lang)?.join('\n') ?? (error as Error).message)
        }
      })
  },
}
