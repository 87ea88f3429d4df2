import { isHidden } from '#features/citizens/server/index.ts'
import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'

/** Shorter words would be met everywhere: a room called 2. */
const SHORTEST = 4

/** However it is spaced. */
const spelled = (word: string) =>
  [...word.replace(/\s+/g, '')].map((sign) => sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s*')

/**
 * What would tell where a citizen is to be found, as it may stand in a text: address, phone, and names of the units they have been tied
 * to. Null when neither address nor stay is protected on the day. A text that says it in other words is not met.
 */
export async function whereHidden(db: Db, citizenId: Id, today: Day): Promise<RegExp | null> {
  const hidden = await db.one<{ words: (string | null)[] }>(sql`
    select array[address, split_part(address, ',', 1), room, phone] || array(
      select distinct unit.name from citizens.tie join org.unit on unit.tenant_id = tie.tenant_id and unit.id = tie.unit_id
      where tie.tenant_id = kernel.here() and tie.citizen_id = citizen.id) as words
    from citizens.citizen where tenant_id = kernel.here() and id = ${citizenId} and ${isHidden(sql`${today}`)}`)
  if (!hidden) return null
  const words = hidden.words.filter((word) => word !== null && word.trim().length >= SHORTEST)
  const longestFirst = [...new Set(words as string[])].sort((one, other) => other.length - one.length)
  return longestFirst.length > 0
    ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(spelled).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
    : /(?!)/
}
