import { contract } from '#kernel/lang/contract.ts'

export const documents = contract('documents', {})
