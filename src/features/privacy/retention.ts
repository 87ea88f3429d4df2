import type { Day } from '#kernel/lang/day.ts'
import type { Sentence } from '#kernel/lang/problem.ts'
import { DAYS_A_PACKAGE_IS_KEPT } from './rules.ts'

/** What is kept by the same rule. Every table about citizens is of one class; app/life-of-data.ts says which. */
export const retentionClasses = ['social-record', 'case-work', 'log', 'copy', 'working-paper'] as const
export type RetentionClass = (typeof retentionClasses)[number]

/** How long a class is kept, as it was said from one day to another. A change of law is a new row. */
export type RetentionRule = {
  readonly class: RetentionClass
  /** Null: the day it holds from is not confirmed. */
  readonly validFrom: Day | null
  readonly validTo: Day | null
  /** Null: no period is known, and nothing of the class may be deleted by the product. */
  readonly days: number | null
  readonly source: Sentence
  readonly doubt: Sentence | null
}

const kle: Pick<RetentionRule, 'source' | 'doubt'> = {
  source: {
    da: 'KLE-emnets slettefrist, regnet fra sagen er lukket; kassation kun efter Rigsarkivets regler (BEK 995/2010, ændret 2018); arkiveringsversion før sletning (BEK 128/2020)',
    en: 'The retention code of the KLE subject, counted from the closing of the case; discarded only under the rules of Rigsarkivet (BEK 995/2010, changed 2018); an archive version before deletion (BEK 128/2020)',
  },
  doubt: {
    da: 'Frister i KLE er pr. emne (de fleste 5 år, nogle 10, nogle i praksis uden ende), og et KLE-emne er ikke valgt for hver sag. For det, autoriseret sundhedspersonale skriver, er mindst 10 år efter sidste notat nævnt (BEK 1225/2021); det skal undersøges. For private tilbud afgør kontrakten, hvem der afleverer.',
    en: 'KLE has a period per subject (most 5 years, some 10, some in practice without end), and no subject is chosen for each case. For what authorised health staff write, at least 10 years after the last entry is named (BEK 1225/2021); check it. For private offers the contract decides who hands over.',
  },
}

export const retentionRules: readonly RetentionRule[] = [
  { class: 'social-record', validFrom: null, validTo: null, days: null, ...kle },
  { class: 'case-work', validFrom: null, validTo: null, days: null, ...kle },
  {
    class: 'log',
    validFrom: null,
    validTo: null,
    days: null,
    source: {
      da: 'Databeskyttelsesforordningen art. 32; Datatilsynets katalog om logning (2023): gemmes efter formål',
      en: 'General Data Protection Regulation art. 32; Datatilsynet’s catalogue on logging (2023): kept by purpose',
    },
    doubt: {
      da: 'Kataloget nævner ikke en frist. Kommunen skal selv beslutte den.',
      en: 'The catalogue names no period. The municipality must decide it.',
    },
  },
  {
    class: 'copy',
    validFrom: null,
    validTo: null,
    days: DAYS_A_PACKAGE_IS_KEPT,
    source: {
      da: 'Vores egen grænse: det, den er en kopi af, bliver stående',
      en: 'Our own bound: what it is a copy of stays',
    },
    doubt: null,
  },
  {
    class: 'working-paper',
    validFrom: null,
    validTo: null,
    days: null,
    source: {
      da: 'Tømmes, når det bliver til et notat, smides væk eller anmodningen afsluttes; ingen retskilde',
      en: 'Emptied when it becomes a note, is thrown away, or the request is closed; no source in law',
    },
    doubt: {
      da: 'Hvor længe en kladde, som ingen rører, må ligge, er ikke besluttet.',
      en: 'How long a draft that nobody touches may lie is not decided.',
    },
  },
]

/** The rule that holds on a day. */
export const retentionOn = (kind: RetentionClass, day: Day): RetentionRule | undefined =>
  retentionRules.find(
    (rule) => rule.class === kind && (rule.validFrom ?? day) <= day && (rule.validTo === null || day <= rule.validTo),
  )
