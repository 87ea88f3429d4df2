import type { Probe } from '#kit/probe.ts'

export const probe: Probe = {
  scopes: {
    anywhere: 'thread.marks thread.loose thread.find',
    // Which records one may follow is for their features to say: their own probes ask it.
    loose: 'thread.of thread.review thread.connect thread.disconnect',
  },
  values: {
    'thread.of.kind': 'requirements.requirement',
    fromKind: 'requirements.requirement',
    toKind: 'capture.need',
  },
  idOf: { 'thread.of': 'requirement' },
}
