import type { Tone } from '#kernel/ui/index.ts'
import type { Adaptation } from '../contract.ts'

export const adaptationTones: Record<Adaptation['state'], Tone> = {
  proposed: 'attention',
  ordered: 'info',
  declined: 'neutral',
  postponed: 'neutral',
  'way-proposed': 'attention',
  'changed-way': 'violet',
  delivered: 'ok',
  accepted: 'ok',
}
