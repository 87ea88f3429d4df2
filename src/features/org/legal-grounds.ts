type LegalGround = { readonly law: string; readonly da: string; readonly en: string }

/**
 * Grounds on which a unit gives support or a stay rests: act and paragraph, and what it is about.
 * @source Serviceloven (SEL), Barnets lov (BL), almenboligloven (ABL), ældreloven (ÆL), sundhedsloven (SUL) and lov om STU, as in force 2025
 */
export const legalGrounds = {
  'SEL-82a': { law: 'SEL § 82 a', da: 'Gruppebaseret hjælp og støtte', en: 'Group-based help and support' },
  'SEL-82b': {
    law: 'SEL § 82 b',
    da: 'Tidsbegrænset socialpædagogisk støtte',
    en: 'Time-limited socio-educational support',
  },
  'SEL-82c': { law: 'SEL § 82 c', da: 'Støtte sammen med frivillige', en: 'Support together with volunteers' },
  'SEL-82d': { law: 'SEL § 82 d', da: 'Socialt akuttilbud', en: 'Acute social offer' },
  'SEL-83': { law: 'SEL § 83', da: 'Personlig og praktisk hjælp', en: 'Personal and practical help' },
  'SEL-83a': { law: 'SEL § 83 a', da: 'Rehabiliteringsforløb', en: 'Course of rehabilitation' },
  'SEL-84': { law: 'SEL § 84', da: 'Aflastning og midlertidigt ophold', en: 'Respite and temporary stay' },
  'SEL-85': { law: 'SEL § 85', da: 'Socialpædagogisk støtte', en: 'Socio-educational support' },
  'SEL-86-1': { law: 'SEL § 86, stk. 1', da: 'Genoptræning', en: 'Rehabilitation training' },
  'SEL-86-2': { law: 'SEL § 86, stk. 2', da: 'Vedligeholdelsestræning', en: 'Maintenance training' },
  'SEL-96': {
    law: 'SEL § 96',
    da: 'Borgerstyret personlig assistance (BPA)',
    en: 'Citizen-controlled personal assistance',
  },
  'SEL-97': { law: 'SEL § 97', da: 'Ledsageordning', en: 'Companion scheme' },
  'SEL-98': { law: 'SEL § 98', da: 'Kontaktperson ved døvblindhed', en: 'Contact person for the deafblind' },
  'SEL-99': { law: 'SEL § 99', da: 'Støtte- og kontaktperson (SKP)', en: 'Support and contact person' },
  'SEL-101': { law: 'SEL § 101', da: 'Stofmisbrugsbehandling', en: 'Treatment of drug misuse' },
  'SEL-101a': {
    law: 'SEL § 101 a',
    da: 'Anonym ambulant stofmisbrugsbehandling',
    en: 'Anonymous outpatient treatment of drug misuse',
  },
  'SEL-102': { law: 'SEL § 102', da: 'Tilbud af behandlingsmæssig karakter', en: 'Offer of treatment' },
  'SEL-103': { law: 'SEL § 103', da: 'Beskyttet beskæftigelse', en: 'Sheltered employment' },
  'SEL-104': { law: 'SEL § 104', da: 'Aktivitets- og samværstilbud', en: 'Activity and community offer' },
  'SEL-107': { law: 'SEL § 107', da: 'Midlertidigt botilbud', en: 'Temporary residential offer' },
  'SEL-108': { law: 'SEL § 108', da: 'Længerevarende botilbud', en: 'Long-term residential offer' },
  'SEL-109': { law: 'SEL § 109', da: 'Krisecenter', en: 'Crisis centre' },
  'SEL-110': { law: 'SEL § 110', da: 'Herberg og forsorgshjem', en: 'Hostel for the homeless' },
  'ABL-5': {
    law: 'ABL § 5, stk. 2',
    da: 'Almen pleje- eller ældrebolig',
    en: 'Social housing for care or the elderly',
  },
  'ABL-105': {
    law: 'ABL § 105, stk. 2',
    da: 'Almen handicapegnet bolig',
    en: 'Social housing for people with disabilities',
  },
  AEL: { law: 'ÆL § 10 m.fl.', da: 'Helhedspleje', en: 'Integrated elderly care' },
  'SUL-138': { law: 'SUL § 138', da: 'Hjemmesygepleje', en: 'Home nursing' },
  'SUL-140': {
    law: 'SUL § 140',
    da: 'Genoptræning efter genoptræningsplan',
    en: 'Training under a rehabilitation plan',
  },
  'SUL-141': { law: 'SUL § 141', da: 'Alkoholbehandling', en: 'Treatment of alcohol misuse' },
  'SUL-142': { law: 'SUL § 142', da: 'Lægelig behandling for stofmisbrug', en: 'Medical treatment of drug misuse' },
  'STU-2': {
    law: 'STU § 2',
    da: 'Særligt tilrettelagt ungdomsuddannelse (STU)',
    en: 'Specially planned youth education',
  },
  'SEL-80': { law: 'SEL § 80', da: 'Husly', en: 'Shelter' },
  'BL-32-1': {
    law: 'BL § 32, stk. 1, nr. 1',
    da: 'Ophold i dagtilbud, klub eller lignende',
    en: 'Place in day care, club or the like',
  },
  'BL-32-2': { law: 'BL § 32, stk. 1, nr. 2', da: 'Støtte i hjemmet', en: 'Support at home' },
  'BL-32-3': { law: 'BL § 32, stk. 1, nr. 3', da: 'Fast kontaktperson', en: 'Permanent contact person' },
  'BL-32-5': { law: 'BL § 32, stk. 1, nr. 5', da: 'Familiebehandling', en: 'Family treatment' },
  'BL-32-6': {
    law: 'BL § 32, stk. 1, nr. 6',
    da: 'Døgnophold for hele familien',
    en: 'Residential stay for the whole family',
  },
  'BL-32-7': { law: 'BL § 32, stk. 1, nr. 7', da: 'Støtteophold', en: 'Support stay' },
  'BL-32-8': { law: 'BL § 32, stk. 1, nr. 8', da: 'Anden hjælp', en: 'Other help' },
  'BL-33': {
    law: 'BL § 33',
    da: 'Behandling for stofmisbrug, børn og unge',
    en: 'Treatment of drug misuse, children and young people',
  },
  'BL-43': { law: 'BL § 43', da: 'Anbringelsessted', en: 'Place of care for children' },
  'BL-46': { law: 'BL § 46', da: 'Anbringelse med samtykke', en: 'Placement with consent' },
  'BL-47': { law: 'BL § 47', da: 'Anbringelse uden samtykke', en: 'Placement without consent' },
  'BL-61-64': {
    law: 'BL §§ 61-64',
    da: 'Delvis lukket eller sikret anbringelse',
    en: 'Partly closed or secure placement',
  },
  'BL-80-90': {
    law: 'BL §§ 80-90',
    da: 'Støtte til børn med funktionsnedsættelse',
    en: 'Support for children with disabilities',
  },
  'BL-114': { law: 'BL § 114', da: 'Ungestøtte', en: 'Youth support' },
  'BL-120': { law: 'BL § 120', da: 'Videreført døgnophold', en: 'Continued residential stay' },
} as const satisfies Record<string, LegalGround>
export type LegalGroundKey = keyof typeof legalGrounds

export const isLegalGround = (key: string): key is LegalGroundKey => Object.hasOwn(legalGrounds, key)
