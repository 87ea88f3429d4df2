import type { Probe } from '#kit/probe.ts'

export const probe: Probe = {
  // A message is taken in under its own id; which organisation the municipality is, is a number of another register.
  scopes: { anywhere: 'exchange.receive exchange.setOrganisation' },
}
