import type { SettingKey } from './settings.ts'

export const screenNames = ['my-shift', 'handover', 'note', 'citizen', 'unit', 'goals', 'pack', 'temps'] as const
export type ScreenName = (typeof screenNames)[number]

/** Screens that run on a setting. A setting that is not here changes no screen of this version. */
const seenOn: Partial<Record<SettingKey, readonly ScreenName[]>> = {
  'terminology.citizen': ['my-shift', 'note', 'handover', 'citizen'],
  'shift.model': ['my-shift', 'unit'],
  'shift.times': ['my-shift', 'unit', 'handover', 'temps'],
  'handover.enabled': ['my-shift', 'handover'],
  'handover.order': ['handover'],
  'handover.ack': ['my-shift', 'handover'],
  'journal.types': ['note', 'pack'],
  'modules.goals': ['citizen', 'note', 'goals'],
  'goals.followUpDays': ['goals'],
  'continuity.pack': ['pack'],
}

/** Screens that become different when these settings change, each once. */
export const screensOf = (keys: readonly SettingKey[]): ScreenName[] =>
  screenNames.filter((name) => keys.some((key) => seenOn[key]?.includes(name)))
