import { z } from 'zod'
import { OfferGroupName, SettingValue } from '#features/profiles/contract.ts'
import { contract, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import { caseStates, causes, modes, outcomes, resets, severities, verdicts, weights } from './rules.ts'

export const OutcomeName = z.enum(outcomes)
export const WeightName = z.enum(weights)
export const VerdictName = z.enum(verdicts)
export const SeverityName = z.enum(severities)
export const CauseName = z.enum(causes)
export const CaseStateName = z.enum(caseStates)

const Code = z.string().regex(/^[A-ZÆØÅa-zæøå0-9-]{1,20}$/)
const item = {
  id: Id,
  code: Code,
  title: words(160),
  mode: z.enum(modes),
  weight: WeightName,
  measure: z.string().max(40).nullable(),
  settingKey: z.string().max(60).nullable(),
  resetBy: z.enum(resets),
  expiresDays: z.int().min(1).max(400).nullable(),
  owner: text(60),
}
const gate = { id: Id, code: Code, title: words(160), why: text(300), perWave: z.boolean() }

export const Item = z.object({
  id: Id,
  unitId: Id.nullable(),
  code: z.string(),
  title: z.string(),
  mode: z.enum(modes),
  weight: WeightName,
  measure: z.string().nullable(),
  settingKey: z.string().nullable(),
  resetBy: z.enum(resets),
  expiresDays: z.int().nullable(),
  owner: z.string(),
})
export type Item = z.infer<typeof Item>

export const Gate = z.object({
  id: Id,
  code: z.string(),
  title: z.string(),
  why: z.string(),
  perWave: z.boolean(),
  passes: z.array(z.object({ waveId: Id.nullable(), passedOn: Day, note: z.string(), byName: z.string() })),
})
export type Gate = z.infer<typeof Gate>

const ItemFacts = z.object({
  itemId: Id,
  measured: z.object({ outcome: OutcomeName, done: z.int(), of: z.int() }).nullable(),
  seen: z
    .object({ outcome: OutcomeName, note: z.string(), seenOn: Day, recordedAt: Instant, byName: z.string() })
    .nullable(),
  accepted: z
    .object({
      decisionId: Id.nullable(),
      decisionNumber: z.int().nullable(),
      untilOn: Day.nullable(),
      note: z.string(),
    })
    .nullable(),
})
export type ItemFacts = z.infer<typeof ItemFacts>

export const UnitReadiness = z.object({
  /** The unit. */
  id: Id,
  name: z.string(),
  waveId: Id,
  waveName: z.string(),
  goLiveOn: Day,
  roundTheClock: z.boolean(),
  shiftStarts: z.array(z.string()),
  setupAt: Instant.nullable(),
  screensAt: Instant.nullable(),
  facts: z.array(ItemFacts),
  fallback: z.object({ plan: z.string(), who: z.string(), untilOn: Day, version: z.int() }).nullable(),
  presence: z.array(z.object({ day: Day, start: z.string(), who: z.string() })),
  verdict: z
    .object({
      verdict: VerdictName,
      conditions: z.array(z.string()),
      because: z.string(),
      lacking: z.array(z.string()),
      decidedOn: Day,
      byName: z.string(),
      /** The go-live has been moved after it was said. */
      isMovedSince: z.boolean(),
    })
    .nullable(),
  /** record, accept, say. */
  permitted: z.array(z.string()),
})
export type UnitReadiness = z.infer<typeof UnitReadiness>

export const Readiness = z.object({
  /** The place. */
  id: Id,
  items: z.array(Item),
  gates: z.array(Gate),
  units: z.array(UnitReadiness),
  stops: z.array(
    z.object({
      id: Id,
      caseNumber: z.int(),
      because: z.string(),
      stoppedAt: Instant,
      byName: z.string(),
      /** The message that tells of it; null where no chain of messages was locked. */
      message: z.object({ id: Id, number: z.int(), isOut: z.boolean() }).nullable(),
    }),
  ),
  /** keep, say. */
  permitted: z.array(z.string()),
})
export type Readiness = z.infer<typeof Readiness>

export const Case = z.object({
  id: Id,
  number: z.int(),
  unitId: Id,
  unitName: z.string(),
  severity: SeverityName,
  title: z.string(),
  what: z.string(),
  screen: z.string(),
  setupAt: Instant.nullable(),
  reportedAt: Instant,
  answerByAt: Instant,
  state: CaseStateName,
  cause: CauseName.nullable(),
  resolution: z.string(),
  vendorText: z.string().nullable(),
  workaround: z.string().nullable(),
  workaroundReviewOn: Day.nullable(),
  takenByName: z.string().nullable(),
  solvedOn: Day.nullable(),
  voices: z.int(),
  suggestions: z.array(
    z.object({
      id: Id,
      text: z.string(),
      settingKey: z.string().nullable(),
      state: z.string(),
      answer: z.string().nullable(),
      /** What it went into. */
      template: z.object({ offerGroup: OfferGroupName, version: z.int() }).nullable(),
    }),
  ),
  isStopping: z.boolean(),
  isMine: z.boolean(),
  version: z.int(),
  /** move, stop. */
  permitted: z.array(z.string()),
})
export type Case = z.infer<typeof Case>

export const Telling = z.object({
  /** The unit. */
  id: Id,
  /** Cases from there that one told of oneself. */
  told: z.int(),
})

/** Everything the vendor is told of a case. */
export const VendorCase = z.object({
  id: Id,
  number: z.int(),
  severity: SeverityName,
  text: z.string(),
  screen: z.string(),
  setupAt: Instant.nullable(),
  sentAt: Instant,
  answerByAt: Instant,
})
export type VendorCase = z.infer<typeof VendorCase>

const Level = z.int().min(1).max(4)
const answers = { knowsWhy: Level, wantsTo: Level, knowsHow: Level, isAble: Level, itLasts: Level }
const Share = z.number()
const shares = { knowsWhy: Share, wantsTo: Share, knowsHow: Share, isAble: Share, itLasts: Share }

export const Pulse = z.object({
  id: Id,
  opensOn: Day,
  closesOn: Day,
  isOpen: z.boolean(),
  hasAnswered: z.boolean(),
  /** Units with at least five answers, and of these only. Shares of those who agree, 0 to 1. */
  units: z.array(z.object({ id: Id, name: z.string(), answers: z.int(), ...shares })),
})
export type Pulse = z.infer<typeof Pulse>

const versioned = z.object({ id: Id, version: z.int() })
const done = z.object({ id: Id })

export const golive = contract('golive', {
  /** Checks, gates and how every unit stands; within one's reach. */
  readiness: read(z.object({}), z.array(Readiness)),
  /** Checks and gates of a place, in one act. */
  begin: write(
    z.object({
      placeId: Id,
      items: z.array(z.strictObject(item)).min(1).max(60),
      gates: z.array(z.strictObject(gate)).max(20),
    }),
    z.object({ items: z.int(), gates: z.int() }),
  ),
  /** A check of one unit alone, as its clarification asks for. */
  addCheck: write(z.object({ unitId: Id, ...item }), done),
  /** What somebody saw. */
  record: write(z.object({ id: Id, itemId: Id, unitId: Id, outcome: OutcomeName, note: text(500), seenOn: Day }), done),
  /** With what is missing the unit may go live all the same; a blocking check by a decision, until a day. */
  accept: write(
    z.object({ id: Id, itemId: Id, unitId: Id, decisionId: Id.nullable(), untilOn: Day.nullable(), note: text(500) }),
    done,
  ),
  passGate: write(z.object({ id: Id, gateId: Id, waveId: Id.nullable(), passedOn: Day, note: words(500) }), done),
  /** The way back; written again it is changed. */
  keepFallback: write(
    z.object({ unitId: Id, plan: words(2000), who: words(120), untilOn: Day }),
    z.object({ unitId: Id }),
  ),
  /** Who is there as super-user on a shift of the first week; an empty name: nobody. */
  keepPresence: write(
    z.object({
      unitId: Id,
      day: Day,
      start: z.string().regex(/^\d\d:\d\d$/),
      employeeId: Id.nullable(),
      who: text(120),
    }),
    z.object({ unitId: Id }),
  ),
  /** Go, no-go, or go with conditions. */
  say: write(
    z.object({
      id: Id,
      unitId: Id,
      verdict: VerdictName,
      because: text(1000),
      conditions: z.array(words(300)).max(20),
    }),
    z.object({ id: Id, lacking: z.array(z.string()) }),
  ),

  /** Units one works in that are in a wave: where one may tell of what happened, and how often one has. */
  telling: read(z.object({}), z.array(Telling)),
  /** Of one's units, newest first; one's own wherever they are. At most 500. */
  cases: read(z.object({}), z.array(Case)),
  /** What lies with the vendor, in the words that are theirs: nothing else leaves the house. */
  vendorSheet: read(z.object({}), z.array(VendorCase)),
  /** Skriv hvad der skete. The kind of page and the set-up go with it, never whom the page was about. */
  report: write(
    z.object({
      id: Id,
      unitId: Id,
      number: z.int().min(1).max(99_999).optional(),
      severity: SeverityName,
      title: words(160),
      what: text(2000),
      /** The page's own route, `/citizens/$citizenId`: blanks stay blank. */
      screen: z.string().regex(/^[/a-z0-9æøå$A-Z._-]{0,120}$/),
      /** The writer has seen that something looks like a name, and says that it is no citizen's. */
      namesSeen: z.boolean(),
    }),
    z.object({ id: Id, number: z.int(), answerByAt: Instant }),
  ),
  /** The same happened here. */
  join: write(z.object({ id: Id, unitId: Id }), z.object({ id: Id, voices: z.int() })),
  moveCase: write(
    versioned.extend({
      to: z.enum(['taken', 'with-vendor', 'solved', 'next-version']),
      cause: CauseName.nullable(),
      resolution: text(1000),
      vendorText: text(2000).nullable(),
      workaround: text(500).nullable(),
      workaroundReviewOn: Day.nullable(),
      severity: SeverityName,
    }),
    versioned,
  ),
  /** It is over, says whoever told of it; or it is not. */
  confirm: write(versioned.extend({ isOver: z.boolean() }), versioned),
  /** Danger: nobody goes live until it is lifted. `id`: the case. */
  stopLine: write(z.object({ id: Id, stopId: Id, because: words(500) }), z.object({ id: Id })),
  /** `id`: the stop. */
  liftStop: write(z.object({ id: Id, because: words(500) }), done),
  /** What a case about set-up taught, for the template of waves to come. */
  suggest: write(z.object({ id: Id, caseId: Id, settingKey: z.string().max(60).nullable(), text: words(500) }), done),
  /** Taken, it becomes the next version of a template, with the value it taught: nothing is taken that reaches no template. */
  answerSuggestion: write(
    z.object({
      id: Id,
      isTaken: z.boolean(),
      answer: words(500),
      template: z.strictObject({ offerGroup: OfferGroupName, key: z.string().max(60), value: SettingValue }).nullable(),
    }),
    done,
  ),

  /** The latest pulses, newest first. */
  pulses: read(z.object({}), z.array(Pulse)),
  openPulse: write(z.object({ id: Id, placeId: Id, opensOn: Day, closesOn: Day }), done),
  /** One tap each, once; by nobody. `id`: the pulse. */
  answerPulse: write(z.object({ id: Id, unitId: Id, ...answers }), z.object({ ok: z.literal(true) })),
})
