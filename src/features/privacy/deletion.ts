import { type Refusal, refusal } from '#kernel/lang/problem.ts'

/** Citizens whose cases go in one run, the oldest first; the rest wait for the next. Our own bound. */
export const MOST_CITIZENS_IN_A_RUN = 200

/** Classes that a municipality decides a period for, because the product knows none. */
export const decidedClasses = ['social-record', 'case-work', 'log', 'working-paper'] as const
export type DecidedClass = (typeof decidedClasses)[number]

/** What the archive said. */
export const archiveAnswers = ['may-go', 'handed-over', 'preserve'] as const

/** Why something is left standing, as privacy.why_kept and the preview name it. */
export const blockReasons = [
  'no-period',
  'worth-preserving',
  'preserved',
  'open-request',
  'ongoing',
  'not-yet',
  'case-work-kept',
  'next-run',
] as const

export const isOfACase = (kind: string): boolean => kind === 'social-record' || kind === 'case-work'

/** Why a period cannot be decided so. What is part of a case asks the archive first (BEK 995/2010; BEK 128/2020). */
export function whyNotDecide(given: { class: string; archive: string | null }): Refusal | undefined {
  if (isOfACase(given.class) && !given.archive) return refusal('privacy.archive-unasked', {}, 'archive')
  if (!isOfACase(given.class) && given.archive) return refusal('privacy.archive-not-asked', {}, 'archive')
  return undefined
}

/** Why no preview can be made now. */
export const whyNotPreview = (open: { state: string } | undefined): Refusal | undefined =>
  open && refusal('privacy.deletion-stands', { state: open.state })

type Standing = { state: string; previewedBy: string }

/** Why a person cannot confirm a preview. Two persons is our own choice: nobody deletes alone what cannot be had back. */
export function whyNotConfirm(run: Standing, who: string): Refusal | undefined {
  if (run.state !== 'previewed') return refusal('privacy.deletion-over', { state: run.state })
  return run.previewedBy === who ? refusal('privacy.deletion-alone') : undefined
}

export const whyNotDrop = ({ state }: Standing): Refusal | undefined =>
  state === 'previewed' ? undefined : refusal('privacy.deletion-over', { state })
