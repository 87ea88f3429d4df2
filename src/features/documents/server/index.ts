export { docxOf } from './docx-of.ts'
export { pdfOf } from './pdf-of.ts'
export { xlsxOf } from './xlsx-of.ts'
