export { CodeLists } from './CodeLists.tsx'
export { useBook } from './use-book.ts'
