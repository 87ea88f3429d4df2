import type { Probe } from '#kit/probe.ts'

export const probe: Probe = { scopes: { 'answers-for': 'oversight.whoLooked' } }
