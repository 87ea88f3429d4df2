import type { UseCase } from '#kernel/server/use-case.ts'
import { fetchAttachment } from './attachments.ts'
import { decideChange } from './decide-change.ts'
import { forCitizen, oneOrder, ordersOfCitizen, unplaced, waitingChanges } from './lists.ts'
import { placeOrder } from './place-order.ts'
import { fetchLetter, typeOrder } from './type-order.ts'

export { bringAttachments, knownAttachments } from './attachments.ts'
export { type NewOrder, offerChange, orderByForeignId, type Receiving, storeOrder } from './keep-order.ts'
export { mayReadOrder, orderSeen } from './permissions.ts'
export { ordersTold } from './told.ts'

export const ordersUseCases: readonly UseCase[] = [
  ordersOfCitizen,
  oneOrder,
  forCitizen,
  typeOrder,
  fetchLetter,
  fetchAttachment,
  waitingChanges,
  decideChange,
  unplaced,
  placeOrder,
]
