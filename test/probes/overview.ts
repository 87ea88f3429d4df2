import type { Probe } from '#kit/probe.ts'

export const probe: Probe = { scopes: { anyone: 'overview.forLeader' } }
