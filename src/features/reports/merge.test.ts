import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/lang/id.ts'
import type { Content, Sentence } from './contract.ts'
import { differences, merged, RECOMMENDS, recommendsDiffer } from './merge.ts'

const says = (text: string, id = newId()): Sentence => ({ id, text, sources: [], stance: 'says', origin: 'own' })
const [shops, cooks, sleeps] = [says('Jens handler'), says('Jens laver mad'), says('Jens sover')]
const words = (sentences: Sentence[], recommends: Content['recommends'] = null): Content => ({
  sections: [{ goalId: null, title: 'Samlet', sentences }],
  recommends,
})
const base = words([shops, cooks])
const textsOf = ({ sections }: Content) => sections[0]!.sentences.map(({ text }) => text)

describe('Jonas has typed, and Mette has saved meanwhile', () => {
  test('what only one of them changed is taken from who changed it; what both changed is for Jonas to choose', () => {
    const mine = words([
      { ...shops, text: 'Jens handler selv' },
      { ...cooks, text: 'Jens laver mad om mandagen' },
      sleeps,
    ])
    const saved = words([shops, { ...cooks, text: 'Jens laver mad tit' }])
    const found = differences({ base, content: mine }, saved)
    expect(found.map(({ mine, saved, taken }) => [mine?.text, saved?.text, taken])).toEqual([
      ['Jens handler selv', 'Jens handler', 'mine'],
      ['Jens laver mad om mandagen', 'Jens laver mad tit', undefined],
      ['Jens sover', undefined, 'mine'],
    ])
    const both = { base, content: mine }
    expect(textsOf(merged(both, saved, { [cooks.id]: 'mine' }))).toEqual([
      'Jens handler selv',
      'Jens laver mad om mandagen',
      'Jens sover',
    ])
    expect(textsOf(merged(both, saved, { [cooks.id]: 'saved', [sleeps.id]: 'saved' }))).toEqual([
      'Jens handler selv',
      'Jens laver mad tit',
    ])
  })

  test('a sentence that one took out and the other left goes; one that the other changed is asked about', () => {
    const mine = words([cooks])
    expect(textsOf(merged({ base, content: mine }, base, {}))).toEqual(['Jens laver mad'])
    const saved = words([{ ...shops, text: 'Jens handler tit' }, cooks])
    expect(differences({ base, content: mine }, saved)).toMatchObject([{ mine: undefined, taken: undefined }])
    expect(textsOf(merged({ base, content: mine }, saved, { [shops.id]: 'saved' }))).toEqual([
      'Jens handler tit',
      'Jens laver mad',
    ])
  })

  test('what is recommended is chosen like a sentence', () => {
    const mine = words([shops, cooks], 'continue')
    expect(recommendsDiffer({ base, content: mine }, base)?.taken).toBe('mine')
    const saved = words([shops, cooks], 'end')
    expect(recommendsDiffer({ base, content: mine }, saved)).toEqual({
      mine: 'continue',
      saved: 'end',
      taken: undefined,
    })
    expect(merged({ base, content: mine }, saved, { [RECOMMENDS]: 'mine' }).recommends).toBe('continue')
    expect(merged({ base, content: mine }, saved, { [RECOMMENDS]: 'saved' }).recommends).toBe('end')
  })
})
