export { useAddress, useAddressWord, useArrival } from './address.ts'
export { cache, readAgain } from './cache.ts'
export { type CallOptions, call } from './call.ts'
export { Cell, useCell } from './cell.ts'
export { type FeatureWeb, type NavEntry, type PageAt, type Panel, type ParamsOf, page } from './feature-web.ts'
export { draftsOf, dropDraft, type KeptDraft, keepDraft } from './keep/drafts.ts'
export { drawer } from './keep/drawer.ts'
export {
  type Dispatched,
  discardWrite,
  dispatch,
  type Outbox,
  type OutboxItem,
  queueWrite,
  retryWrite,
  sendOutbox,
  useOutbox,
} from './keep/outbox.ts'
export { sendInOrder } from './keep/send-in-order.ts'
export { keepsOnDevice, useKeepsOnDevice } from './keep/vault.ts'
export { type Change, useLive, useWaitingChanges } from './live.ts'
export { isOnline, onBackOnline, useOnline } from './network.ts'
export { saveOctets } from './octets.ts'
export { drawnPanels, Panels, PanelsProvider } from './Panels.tsx'
export { tellOfPrinting } from './printing.ts'
export { LapsedDialog, SessionGate } from './SessionGate.tsx'
export {
  askWhoIAm,
  lockSession,
  type Me,
  type Session,
  signedIn,
  signOut,
  startSession,
  useMe,
  useSession,
} from './session.ts'
export { faultOf, isPassing, isSignedOut, Offline, sentenceOf, Told } from './told.ts'
export { useDispatch } from './use-dispatch.ts'
export { type Drafting, flushDrafts, useDraft } from './use-draft.ts'
export { type Reading, useRead } from './use-read.ts'
export { useWrite, type WriteOptions, type Writing } from './use-write.ts'
