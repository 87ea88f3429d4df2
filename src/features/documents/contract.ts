import { z } from 'zod'
import { contract, download, read, upload, words, write } from '#kernel/lang/contract.ts'
import { Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'

/** A file as a list shows it. */
export const FileLine = z.object({
  id: Id,
  unitId: Id,
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  uploadedAt: Instant,
  uploadedByName: z.string(),
  version: z.int(),
})
export type FileLine = z.infer<typeof FileLine>

/** What is said with the octets of any file sent in; the features above give their own endpoints these fields. */
export const newFile = { id: Id, name: words(200) }
export const endFile = { id: Id, version: z.int(), reason: words(200) }

/** Files of a unit that are about nobody. Those about a citizen go through the journal, with its rights. */
export const documents = contract('documents', {
  /** Latest first, at most 200. */
  ofUnit: read(
    z.object({ unitId: Id }),
    z.object({ id: Id, files: z.array(FileLine), permitted: z.array(z.string()) }),
  ),
  add: upload(z.object({ unitId: Id, ...newFile }), FileLine),
  file: download(z.object({ id: Id })),
  /** Takes it away from the list. It stands in the record, and says who took it away and why. */
  end: write(z.object(endFile), z.object({ id: Id })),
})
