import { ofCitizenAt } from '#features/citizens/server/index.ts'
import { carriedFile, partOfFile, storeFile } from '#features/documents/server/index.ts'
import type { Book } from '#features/terminology/rules.ts'
import { bookOn } from '#features/terminology/server/index.ts'
import type { InputOf } from '#kernel/lang/contract.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { type OrderContent, orders } from '../contract.ts'
import { whyNotType } from '../rules.ts'
import { storeOrder } from './keep-order.ts'
import { mayReadOrder, mayTypeOrder, ofOrder } from './permissions.ts'

type Typed = InputOf<typeof orders.type>

/** Ids of our own stand for the authority's, so that a goal and its intervention find each other. */
function contentOf(input: Typed, book: Book): OrderContent {
  const goalIds: Id[] = input.goals.map(() => newId())
  const interventions = input.goals.flatMap(({ interventionCode }, at) =>
    interventionCode
      ? [
          {
            ...{ foreignId: newId(), goalForeignId: goalIds[at]!, code: interventionCode },
            text: book.nameOf(interventionCode) ?? interventionCode,
            ...{ instruction: null, status: 'not-started', startsOn: input.startsOn, endsOn: input.endsOn },
          },
        ]
      : [],
  )
  const { purpose, objective, orderedOn, startsOn, endsOn, authorityName, caseNumber, offerType, followUpOn } = input
  return {
    ...{ purpose, objective, orderedOn, startsOn, endsOn, authorityName, caseNumber, offerType, followUpOn },
    ...{ status: 'active', authorityCode: null, supportNeed: null, followUpEveryMonths: null },
    codeVersion: book.version,
    goals: input.goals.map(({ interventionCode: _, ...goal }, at) => ({
      ...{ ...goal, foreignId: goalIds[at]!, otherThemeCodes: [], status: 'active' as const },
    })),
    interventions,
    parts: input.targetGroup ? [primaryGroup(input.targetGroup, book)] : [],
  }
}

const primaryGroup = (code: string, book: Book): OrderContent['parts'][number] => ({
  ...{ foreignId: newId(), kind: 'target-group', code, rank: 1, level: null, role: null, name: null, phone: null },
  ...{ text: book.nameOf(code) ?? null, saidOn: null },
})

/** The letter is kept as it came; what is typed is what the work needs of it. */
export const typeOrder = command(orders.type, {
  may: ofCitizenAt(
    mayTypeOrder,
    (input) => input.citizenId,
    (input) => input.unitId,
  ),
  audit: (input) => ({ place: input.unitId, person: input.citizenId, records: [input.id, input.fileId] }),
  async run({ input, ...acting }) {
    const book = await bookOn(acting.db, acting.clock.today())
    refuse(whyNotType(input, acting.clock.today(), book.levelCarriedBy))
    const { citizenId, unitId, fileId, fileName: name, content } = input
    await storeFile(acting, { id: fileId, unitId, name, content }, citizenId)
    const receiving = { db: acting.db, by: acting.by, at: acting.clock.now() }
    const order = { id: input.id, citizenId, unitId, source: 'letter' as const, foreignId: null, fileId }
    await storeOrder(receiving, order, contentOf(input, book))
    return { id: input.id }
  },
  tell: (input) => [{ topic: 'orders', place: input.unitId, subject: input.citizenId }],
})

const letterOf = sql`(select "order".file_id from orders.order where "order".tenant_id = kernel.here() and "order".id = (select id from may limit 1))`

export const fetchLetter = query(orders.letter, {
  may: ofOrder(mayReadOrder, (input) => input.orderId),
  audit: () => ({
    person: sql`(select "order".citizen_id from orders.order where "order".tenant_id = kernel.here() and "order".id = (select id from may limit 1))`,
  }),
  read: () => carriedFile(letterOf),
  records: sql`select id from rows`,
  part: partOfFile,
})
