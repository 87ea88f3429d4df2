import type { Block, Document } from '#features/documents/server/index.ts'
import type { Content } from '#features/requirements/content.ts'
import { nameOfNumber } from '#features/requirements/content.ts'
import { dayInDanish } from '#kernel/lang/danish-days.ts'
import { dayOf } from '#kernel/lang/day.ts'
import { moneyInWords, pointsInWords } from '../danish.ts'
import { inPlainWords } from '../plain-words.ts'
import { sensitivity } from '../sensitivity.ts'
import type { Standing } from './standing.ts'
import type { StandingAward } from './standing-award.ts'

type Memo = {
  standing: Standing
  award: StandingAward
  contents: readonly Content[]
  panel: readonly { number: number; name: string; excusedBecause: string | null }[]
}

const at = (moment: string) => dayInDanish(dayOf(new Date(moment)))

function resultBlocks({ award }: Memo): Block[] {
  const { model, bids } = award.input
  const of = (id: string) => award.result.bids.find((bid) => bid.id === id)!
  const inOrder = award.result.ranking.map((id) => bids.find((bid) => bid.id === id)!)
  const row = (name: string, said: (id: string) => string) => [name, ...inOrder.map(({ id }) => said(id))]
  return [
    { kind: 'heading', level: 1, text: 'Resultat' },
    {
      kind: 'table',
      caption: 'Tilbuddene i rækkefølge',
      columns: [
        { head: 'Kriterium', share: 3 },
        ...inOrder.map(({ letter, name }) => ({ head: `${letter} ${name}`, share: 2, isNumber: true })),
      ],
      rows: [
        row('Pris, der er vurderet', (id) => moneyInWords(bids.find((bid) => bid.id === id)!.priceOere)),
        ...(model.method === 'points'
          ? [row(`Point for pris (${model.priceWeight} %)`, (id) => pointsInWords(of(id).pricePoints!))]
          : []),
        ...model.subcriteria.map(({ key, name, weight }) =>
          row(model.method === 'points' ? `${name} (${weight} %)` : name, (id) =>
            pointsInWords(of(id).subscores[key]!),
          ),
        ),
        row('Samlet', (id) =>
          model.method === 'price' ? moneyInWords(Number(of(id).total)) : pointsInWords(of(id).total),
        ),
      ],
    },
  ]
}

function sensitivityBlocks({ award, contents }: Memo): Block[] {
  const { model, bids } = award.input
  const numbers = new Map(contents.map(({ id, number }) => [id, number]))
  const found = sensitivity(award.input)
  if (!found) return []
  const names = {
    bid: (id: string) => bids.find((bid) => bid.id === id)!.name,
    subcriterion: (key: string) => model.subcriteria.find((one) => one.key === key)!.name,
    requirement: (id: string) => nameOfNumber(numbers.get(id) ?? 0),
  }
  const published = {
    priceWeight: model.priceWeight,
    spreadPercent: model.priceFormula.kind === 'linear' ? model.priceFormula.spreadPercent : null,
  }
  return [
    { kind: 'heading', level: 1, text: 'Hvad afgørelsen hænger på' },
    { kind: 'paragraph', text: 'Regnet ud bagefter, for indsigtens skyld. Det ændrer ikke tildelingen.' },
    { kind: 'list', items: inPlainWords(found, names, published) },
  ]
}

/** What was decided, from what, by whom, and how anybody can work it out again. */
export function memoOf(memo: Memo): Document {
  const { standing, award, panel } = memo
  const winner = award.input.bids.find(({ id }) => id === award.winnerId)!
  return {
    title: 'Tildelingsnotat',
    subtitle: standing.title,
    foot: `Kontrolkode ${award.inputHash.slice(0, 16)}`,
    blocks: [
      { kind: 'paragraph', text: [{ text: `Kontrakten tildeles ${winner.name}.`, strong: true }] },
      { kind: 'paragraph', text: award.why },
      ...(award.minimumNote ? [{ kind: 'note' as const, text: `Om mindstekrav: ${award.minimumNote}` }] : []),
      ...resultBlocks(memo),
      ...sensitivityBlocks(memo),
      { kind: 'heading', level: 1, text: 'Hvordan' },
      {
        kind: 'keyValues',
        rows: [
          ['Udkast af', `${award.draftedByName}, ${at(award.draftedAt)}`],
          [
            'Godkendt af',
            award.approvedByName ? `${award.approvedByName}, ${at(award.approvedAt!)}` : 'ikke godkendt endnu',
          ],
          [
            'Evalueringsgruppe',
            panel
              .map(({ number, name, excusedBecause }) => `${number}. ${name}${excusedBecause ? ' (udgået)' : ''}`)
              .join(', '),
          ],
          ['Kontrolkode', award.inputHash],
        ],
        aside:
          'Kontrolkoden er SHA-256 af alt, tildelingen er regnet ud fra. Eksportfilen »genberegning« indeholder det samme og et program, der regner efter.',
      },
    ],
  }
}
