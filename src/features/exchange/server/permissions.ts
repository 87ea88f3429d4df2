import { right } from '#features/org/server/index.ts'

/** Take in messages and see what came: for those who run it, and for a system account of theirs. */
export const mayReceive = right('exchange.receive', ['administrator', 'office'])
/** Write down what is reported of citizens' cases, and take out what is told to others. */
export const mayReport = right('exchange.report', ['administrator', 'office', 'unit-leader'])
