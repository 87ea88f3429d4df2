/** One theme of FFB, the common functional language of the field (Fælles Faglige Begreber, VUM 2.0). */
export type Theme = {
  /** What is stored on the note. */
  key: string
  /** Code of the official code system, urn:oid:1.2.208.176.2.22. */
  code: string
  da: string
  en: string
}

/**
 * The eleven top themes, and the few sub-themes that day notes are mostly about.
 * @source KL, CodeSystem FFB, content version 20240530; English names are ours.
 */
export const themes: readonly Theme[] = [
  { key: 'mentale', code: '25c5c614-305f-46cd-9891-55d564fc30cf', da: 'Mentale funktioner', en: 'Mental functions' },
  { key: 'fysiske', code: 'a134c31d-d316-46d4-935e-e500874dbbe1', da: 'Fysiske funktioner', en: 'Physical functions' },
  { key: 'sundhed', code: '4fb78b88-d3af-4cfb-84d7-f06daf423317', da: 'Sundhedsforhold', en: 'Health' },
  { key: 'sociale', code: 'e1836145-0c20-4e20-971e-d62dfe4ea1a0', da: 'Sociale forhold', en: 'Social situation' },
  { key: 'relationer', code: '3856b434-f72e-42a5-b9d1-0cc93f48434b', da: 'Relationer', en: 'Relations' },
  { key: 'kommunikation', code: 'c2b186f9-9c10-478e-8345-2d2c37ab4c46', da: 'Kommunikation', en: 'Communication' },
  { key: 'mobilitet', code: 'd1495b2c-1452-4e49-8dbe-8193af5d8823', da: 'Mobilitet', en: 'Mobility' },
  { key: 'egenomsorg', code: 'da3f488f-1742-4d00-b247-a7d47500b36b', da: 'Egenomsorg', en: 'Self-care' },
  { key: 'praktisk', code: 'eef71492-65f5-4297-aa95-3c3a6866ddef', da: 'Praktiske opgaver', en: 'Practical tasks' },
  { key: 'samfundsliv', code: 'dfbe6ff6-223b-436a-b864-8ba29bda41e2', da: 'Samfundsliv', en: 'Community life' },
  { key: 'omgivelser', code: '7445fb2b-0009-43d9-b49b-1b9782f2fcd9', da: 'Omgivelser', en: 'Surroundings' },
  { key: 'soevn', code: '83376fdb-f55d-4dd9-944e-b49631a9836f', da: 'Søvn', en: 'Sleep' },
  { key: 'kost', code: 'c67aed23-d4f3-4ae6-8886-156c99048e5b', da: 'Kost', en: 'Food' },
  { key: 'helbred', code: '69dbfad7-859a-4596-8737-8054f6b4948f', da: 'Fysisk helbred', en: 'Physical health' },
  {
    key: 'foelelser',
    code: 'dccaa419-0bcd-4056-a11a-2e385e23edc6',
    da: 'Følelser og adfærd',
    en: 'Feelings and behaviour',
  },
  { key: 'rusmidler', code: 'c8f4475a-8de3-4920-ad0c-eea78c49a68d', da: 'Rusmidler', en: 'Drugs and alcohol' },
  { key: 'bolig', code: '35c56275-0093-4901-9fd8-d06fdb5cb8f3', da: 'Boligsituation', en: 'Housing' },
]

const keys = new Set(themes.map(({ key }) => key))
export const isTheme = (key: string): boolean => keys.has(key)
