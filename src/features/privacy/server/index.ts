import type { UseCase } from '#kernel/server/use-case.ts'
import { confirmDeletion, deletion, dropDeletion, previewDeletion } from './deletion.ts'
import { fetchPackage } from './fetch-package.ts'
import { ask, close, findCitizens, request, requests } from './requests.ts'
import { decideRetention, endPreservation, preservations, preserve } from './retention.ts'
import { decide, decidePlace, lookAgain, make, places } from './review.ts'

export { deleteRun, deletionsLeftBehind } from './delete-run.ts'
export { lookForRequest } from './look.ts'
export { lookupsTold } from './lookups.ts'
export { forgetPackages, handOut, leftBehind, type Maker, makeInto, makePackage, markFailed } from './make.ts'
export { privacyTold } from './told.ts'
export { type Outlet, zipOutlet } from './zip-out.ts'

export const privacyUseCases: readonly UseCase[] = [
  requests,
  request,
  findCitizens,
  ask,
  lookAgain,
  places,
  decide,
  decidePlace,
  make,
  fetchPackage,
  close,
  deletion,
  decideRetention,
  previewDeletion,
  confirmDeletion,
  dropDeletion,
  preservations,
  preserve,
  endPreservation,
]
