import { dayOf, daysBetween } from '#kernel/lang/day.ts'
import type { TenderWhole } from '../contract.ts'

export type Step =
  | 'model'
  | 'lock'
  | 'note'
  | 'needs'
  | 'publish'
  | 'answer'
  | 'wait'
  | 'open'
  | 'declare'
  | 'conflicted'
  | 'load'
  | 'score'
  | 'await'
  | 'settle'
  | 'award'
  | 'approve'
  | 'notify'
  | 'standstill'
  | 'conclude'
  | 'adapt'
  | 'closed'
  | 'follow'

export const openQuestions = ({ questions }: Pick<TenderWhole, 'questions'>): number =>
  questions.filter(({ answer }) => answer === null).length
const onPanel = ({ panel }: TenderWhole) => panel.filter(({ excusedBecause }) => excusedBecause === null)
export const awaited = (whole: TenderWhole): number => onPanel(whole).filter(({ submittedAt }) => !submittedAt).length

function whilePreparing({ models, dataProtectionNote, needsLeft }: TenderWhole): Step {
  const [latest] = models
  if (!latest?.testedAt) return 'model'
  if (!latest.lockedAt) return 'lock'
  if (!dataProtectionNote.trim()) return 'note'
  return needsLeft.length > 0 ? 'needs' : 'publish'
}

function whilePublished(whole: TenderWhole, now: Date): Step {
  if (now.getTime() >= Date.parse(whole.bidsDueAt)) return 'open'
  return openQuestions(whole) > 0 ? 'answer' : 'wait'
}

function whileOpened(whole: TenderWhole): Step {
  if (whole.declared === null) return 'declare'
  if (whole.declared) return 'conflicted'
  if (whole.award) return whole.award.approvedAt ? 'notify' : 'approve'
  if (!whole.bids) return 'load'
  const own = onPanel(whole).find(({ number }) => number === whole.seat)
  if (own && !own.submittedAt) return 'score'
  return awaited(whole) > 0 ? 'await' : 'settle'
}

function whileWaiting({ standstillEndsOn }: TenderWhole, now: Date): Step {
  return standstillEndsOn && daysBetween(standstillEndsOn, dayOf(now)) <= 0 ? 'standstill' : 'conclude'
}

/** The one thing that is next; the same for all who take part, said to each. */
export function stepOf(whole: TenderWhole, now: Date): Step {
  const takesPart = ['prepare', 'buy', 'evaluate', 'approve'].some((act) => whole.permitted.includes(act))
  if (!takesPart && whole.state !== 'concluded') return 'follow'
  switch (whole.state) {
    case 'preparing':
      return whilePreparing(whole)
    case 'published':
      return whilePublished(whole, now)
    case 'opened':
      return whole.permitted.includes('evaluate') ? whileOpened(whole) : 'follow'
    case 'notified':
      return whileWaiting(whole, now)
    case 'concluded':
      return 'adapt'
    case 'cancelled':
      return 'closed'
  }
}
