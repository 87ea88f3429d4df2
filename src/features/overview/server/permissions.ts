import { right } from '#features/org/server/index.ts'

export const mayLead = right('overview.lead', ['unit-leader'])
