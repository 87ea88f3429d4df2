/** Addresses of the guides that the order is read and written by. Each guide has its own: never share one across guides. */
export const FFB = 'urn:oid:1.2.208.176.2.22'
export const KL = 'http://fhir.kl.dk/term/CodeSystem/CareSocialCodes'
export const CPR = 'urn:oid:1.2.208.176.1.2'
export const EAN = 'urn:oid:1.3.88'
export const core = (name: string): string => `http://fhir.kl.dk/core/StructureDefinition/${name}`
export const msg = (name: string): string =>
  `http://fhir.kl.dk/ffbmessaging/StructureDefinition/kl-messaging-ffb-${name}`
export const rep = (name: string): string =>
  `http://fhir.kl.dk/ffbreporting/StructureDefinition/kl-reporting-ffb-${name}`
export const msgCodes = (name: string): string => `http://fhir.kl.dk/ffbmessaging/CodeSystem/kl-messaging-ffb-${name}`

/** Codes of CareSocialCodes. */
export const kl = {
  socialEffort: 'e459386d-1474-4c31-89c5-c8bc7a25e3d4',
  socialRequest: '4a297733-4d66-4726-a933-590d55cf91e0',
  objective: '416fe27d-3ccf-4390-8742-8b52a9d8dc78',
  purpose: '424827b1-23aa-4848-962b-56ee47def560',
  goal: '0bb3daef-538d-45dc-b444-abdbcb63f6bc',
  subGoal: '6746d4af-145a-4bfd-a672-05c0cf11b53b',
  measuresLevel: '66959f77-6e2a-4574-8423-3ff097f8b9fa',
  measuresDirection: '90c48f03-f194-4b2f-ad7d-6cba1069ae48',
  followUp: '9f03dfbb-7a97-45a5-94db-d4c3501714a9',
  supportNeed: 'effe55c7-572c-4a99-8fb4-2a9dda2f6572',
  gathering: 'f8ebd11a-04f3-4aa0-9786-406e8896c84d',
  performer: 'f00a6844-1005-401d-965d-1c5859df7beb',
  citizen: '25b4e705-2e9a-47a2-b11a-c829316b9d3a',
  others: '63338442-7b2e-405b-acc0-142361ef19f1',
} as const

/** The pattern of this category has its display in it, both in the common model and in messaging. */
export const ffbGoal = { coding: [{ system: KL, code: kl.goal, display: 'FFB indsatsmål' }] }
