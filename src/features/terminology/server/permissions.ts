import { careRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'

export const mayRead = right('terminology.read', [...careRoles, 'office', 'administrator'])
export const mayLoad = right('terminology.load', ['administrator'])
