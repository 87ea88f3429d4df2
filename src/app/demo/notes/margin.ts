import type { DemoDraft, DemoReminder, DemoTakeover } from '../shape.ts'

// biome-ignore format: one line a reminder
export const reminders: DemoReminder[] = [
  { unit: 'aastedet', citizen: 'jens-b', by: 'p002', day: -1, time: '19:20', text: 'Følg Jens B. på toilettet i nat, også når han siger nej.', untilDay: 0, untilTime: '23:30' },
  { unit: 'aastedet', citizen: 'jens-b', by: 'p002', day: 0, time: '09:45', text: 'Blodtryk stående kl. 8 og 20. Ingen blodtrykspille mere.', untilDay: 7, untilTime: '20:30' },
  { unit: 'aastedet', citizen: 'birthe-l', by: 'p014', day: -1, time: '14:05', text: 'Proteindrik kl. 10 og 20. Tal ikke til hende, mens hun spiser.', untilDay: 2, untilTime: '21:00' },
  { unit: 'aastedet', citizen: 'soeren-oe', by: 'p009', day: -3, time: '14:40', text: 'Ring til epilepsiklinikken ved nyt anfald. Må ikke bade alene.', untilDay: 4, untilTime: '23:00' },
  { unit: 'aastedet', citizen: 'lars-a', by: 'p008', day: 0, time: '14:35', text: 'Sig klokkeslæt, når vikaren går. Det står også på tavlen.', untilDay: 0, untilTime: '23:30' },
  { unit: 'aastedet', by: 'p001', day: -1, time: '15:10', text: 'Trinnet ved haven: brug rampen. Håndværker kommer i næste uge.', untilDay: 6, untilTime: '16:00' },
  { unit: 'aastedet', by: 'p028', day: -6, time: '12:00', text: 'Mindekaffe: køb to lagkager.', untilDay: -3, untilTime: '19:00' },
  { unit: 'bnord', citizen: 'mikkel-a', by: 'p172', day: 0, time: '11:25', text: 'Ring til Mikkel kl. 16 efter akut vurdering.', untilDay: 0, untilTime: '18:00' },
  { unit: 'ankeret', by: 'p259', day: 0, time: '06:50', text: 'Ring til varmemester kl. 8: vestlig gang er kold.', untilDay: 1, untilTime: '12:00' },
  { unit: 'laerken', by: 'p267', day: -9, time: '16:30', text: 'Svar i telefonen: Vi kan ikke oplyse noget om nogen.', untilDay: 5, untilTime: '23:59' },
  { unit: 'solsikken', citizen: 'mette-j', by: 'p228', day: 0, time: '09:25', text: 'Hentes kl. 14 i dag, ikke 15.', untilDay: 0, untilTime: '14:30' },
]

// biome-ignore format: one line a draft
export const drafts: DemoDraft[] = [
  { citizen: 'camilla-h', unit: 'aastedet', by: 'p008', day: 0, time: '08:10', text: 'Camilla fortalte om drømmen og ville gerne' },
  { citizen: 'jens-b', unit: 'aastedet', by: 'p002', day: 0, time: '09:50', text: 'Plan efter opkald: måles stående morgen og aften. Træning' },
  { unit: 'aastedet', by: 'p001', day: -1, time: '16:20', text: 'Til personalemødet: værelse 2, tidligst om en måned. Snak med beboerne først om' },
  { citizen: 'lone-b', unit: 'bnord', by: 'p168', day: -1, time: '13:55', text: 'Stolen ved vinduet. Næste gang' },
  { citizen: 'vest-manden', unit: 'ankeret', by: 'p259', day: 0, time: '04:30', text: 'Spurgte, om man kan få et postnummer uden at have' },
]

export const takeovers: DemoTakeover[] = [
  { unit: 'aastedet', by: 'p008', day: -1, time: '15:05' },
  { unit: 'aastedet', by: 'p347', day: -1, time: '22:35' },
  { unit: 'aastedet', by: 'p002', day: 0, time: '07:05' },
  { unit: 'ankeret', by: 'p259', day: -1, time: '22:50' },
  { unit: 'laerken', by: 'p272', day: -1, time: '22:55' },
]
