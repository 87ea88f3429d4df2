import type { UseCase } from '#kernel/server/use-case.ts'
import { addFile, endFile, fetchFile, ofUnit } from './files.ts'

export type { Block, Document, Sheet } from '../document.ts'
export { docxOf } from './docx-of.ts'
export { pdfOf } from './pdf-of.ts'
export { ofFile } from './permissions.ts'
export {
  carriedFile,
  fileColumns,
  fileForChange,
  partOfFile,
  type StandingFile,
  storeFile,
  takeAway,
} from './stored-file.ts'
export { documentsTold } from './told.ts'
export { xlsxOf } from './xlsx-of.ts'

export const documentsUseCases: readonly UseCase[] = [ofUnit, addFile, fetchFile, endFile]
