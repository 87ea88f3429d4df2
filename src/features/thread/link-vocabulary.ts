/**
 * What one record is to another. A link runs from what came first to what came of it:
 * read forward it answers »Hvad påvirker det?«, read back »Hvorfor?«.
 */
export const linkTypes = [
  /** A contribution in a need. */
  'gathered-in',
  /** A contribution that another need also leans on. */
  'quoted-in',
  /** A need behind a requirement; a decision behind a task. */
  'grounds',
  /** A requirement and a vendor's answer; a question and its answer. */
  'answered-by',
  /** An answer and its score. */
  'scored-in',
  /** Whatever a decision is about. */
  'decided-by',
  /** A requirement that is asked about. */
  'asked-in',
  /** A question or a decision and the value it sets. */
  'sets',
  /** A requirement or value and the exercise that trains it. */
  'practised-in',
  /** A requirement and what proves it. */
  'tested-in',
  /** Anything and the message that told of it. */
  'reported-in',
  /** A support case and what it touches. */
  'hits',
  /** Anything and the benefit it gives. */
  'yields',
  /** An old record and the one that took its place. */
  'replaced-by',
  /** One record mentions another, with no more to say. */
  'mentioned-in',
] as const
export type LinkType = (typeof linkTypes)[number]
