import type { Block, Document } from '#features/documents/server/index.ts'
import { goalWords } from '#features/goals/server/index.ts'
import { dayInDanish } from '#kernel/lang/danish-days.ts'
import { dayOf, type Instant } from '#kernel/lang/day.ts'
import type { Reading, Section, Sentence, Source, SourceFact, Told } from '../contract.ts'
import { da } from '../text.da.ts'

const keyOf = ({ kind, id }: Pick<Source, 'kind' | 'id'>) => `${kind} ${id}`
const onDay = (on: string) => (on ? dayInDanish(on.slice(0, 10)) : '')

/** Sources numbered in the order in which they are first named. */
function numbered({ content, sources }: Told): { facts: SourceFact[]; numberOf: (source: Source) => number } {
  const facts = new Map(sources.map((fact) => [keyOf(fact), fact]))
  const order = [
    ...new Set(
      content.sections.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.sources.map(keyOf))),
    ),
  ]
  return {
    facts: order.map((key) => facts.get(key)!),
    numberOf: (source) => order.indexOf(keyOf(source)) + 1,
  }
}

/** 1–3, 7: runs of numbers are drawn together. */
export function ranges(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const runs: [number, number][] = []
  for (const number of sorted) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}

type Numbering = (source: Source) => number
const cited = ({ text, sources }: Sentence, numberOf: Numbering) => [
  { text: `${text} ` },
  { text: `[${ranges(sources.map(numberOf))}]` },
]

function sectionBlocks({ title, sentences }: Section, numberOf: Numbering): Block[] {
  if (sentences.length === 0) return []
  const says = sentences.filter(({ stance }) => stance === 'says')
  const against = sentences.filter(({ stance }) => stance === 'against')
  const heading: Block = { kind: 'heading', level: 1, text: title }
  const paragraphs = says.map((sentence): Block => ({ kind: 'paragraph', text: cited(sentence, numberOf) }))
  const apart: Block[] =
    against.length > 0
      ? [
          { kind: 'heading', level: 2, text: 'Det, der peger en anden vej' },
          { kind: 'list', items: against.map((sentence) => cited(sentence, numberOf)) },
        ]
      : []
  return [heading, ...paragraphs, ...apart]
}

/** Of the citizen's readings the last one. */
function citizenBlocks([last]: readonly Reading[]): Block[] {
  if (!last) return []
  const how = `Borgeren ${da.hows[last.how]} (${dayInDanish(last.readOn)})${last.agrees ? ` og er ${da.agreements[last.agrees]}` : ''}.`
  return [
    { kind: 'heading', level: 1, text: 'Borgeren har ordet' },
    { kind: 'paragraph', text: how },
    ...(last.text ? [{ kind: 'note', text: last.text } as const] : []),
  ]
}

const sourceRow = (fact: SourceFact, at: number): string[] => [
  String(at + 1),
  da.kinds[fact.kind],
  onDay(fact.on),
  fact.byName,
  fact.isGone ? `Trukket tilbage siden. ${fact.text}` : fact.text,
]

/** Where the unit's name would tell where somebody protected is to be found. */
const UNNAMED = 'Tilbuddets navn er udeladt (beskyttet)'
const NUMBER_SHARE = 0.4
const TEXT_SHARE = 4

/** The whole on paper: what is said, what points another way, what the citizen says, and every source with its words. */
export function documentOf(told: Told, { toName, sentAt }: { toName: string; sentAt: Instant }): Document {
  const { facts, numberOf } = numbered(told)
  const { content } = told
  return {
    title: `Statusrapport: ${told.citizenName}`,
    subtitle: `${told.unitName ?? UNNAMED}. ${dayInDanish(told.fromOn)} til ${dayInDanish(told.toOn)}.`,
    foot: `${told.unitName ?? UNNAMED} · sendt ${dayInDanish(dayOf(sentAt))}`,
    madeAt: sentAt,
    blocks: [
      {
        kind: 'keyValues',
        rows: [
          ['Til', toName],
          ['Skrevet af', told.writtenByName],
          ['Godkendt af', told.approvedByName],
          ...(content.recommends
            ? [['Udfører anbefaler', goalWords.results[content.recommends]] as [string, string]]
            : []),
        ],
        aside:
          'Tallene i kantede parenteser viser de kilder, sætningen bygger på. Kilderne står bagerst med deres egne ord.',
      },
      ...content.sections.flatMap((section) => sectionBlocks(section, numberOf)),
      ...citizenBlocks(told.readings),
      { kind: 'heading', level: 1, text: 'Kilder' },
      {
        kind: 'table',
        columns: [
          { head: 'Nr.', share: NUMBER_SHARE, isNumber: true },
          { head: 'Slags' },
          { head: 'Dato' },
          { head: 'Skrevet af' },
          { head: 'Ord', share: TEXT_SHARE },
        ],
        rows: facts.map(sourceRow),
      },
    ],
  }
}
