import { at } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { documents } from '../contract.ts'
import { aboutNobody, mayKeepFiles, mayReadFiles, ofFile } from './permissions.ts'
import { carriedFile, fileColumns, fileForChange, partOfFile, storeFile, takeAway } from './stored-file.ts'

const MOST = 200

export const ofUnit = query(documents.ofUnit, {
  may: at(mayReadFiles, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  steps: ({ input }) => ({
    listed: sql`select ${fileColumns} from documents.file
      where file.tenant_id = kernel.here() and file.unit_id = ${input.unitId}::uuid and file.ended_at is null and ${aboutNobody}
      order by file.uploaded_at desc, file.id limit ${sql.lit(MOST)}`,
  }),
  records: sql`select id from listed`,
  read: ({ input, offers }) => sql`
    select place.id, (select coalesce(json_agg(to_json(listed)), '[]') from listed) as files,
      ${offers({ add: mayKeepFiles, end: mayKeepFiles }, sql`place.id`)} as permitted
    from (select ${input.unitId}::uuid as id) place`,
})

export const addFile = command(documents.add, {
  may: at(mayKeepFiles, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, records: [input.id], about: { bytes: input.content.length } }),
  run: ({ input, ...acting }) => storeFile(acting, input),
})

export const fetchFile = query(documents.file, {
  may: ofFile(mayReadFiles, (input) => input.id, aboutNobody),
  audit: (input) => ({
    place: sql`(select file.unit_id from documents.file where file.tenant_id = kernel.here() and file.id = (select id from rows))`,
    about: { file: input.id },
  }),
  read: ({ input }) => carriedFile(input.id),
  records: sql`select id from rows`,
  part: partOfFile,
})

export const endFile = command(documents.end, {
  may: ofFile(mayKeepFiles, (input) => input.id, aboutNobody),
  about: (db, input) => fileForChange(db, input.id),
  audit: (input, about) => ({ place: about?.unitId, records: [input.id] }),
  run: ({ input, about, ...acting }) => takeAway(acting, about, input.reason),
})
