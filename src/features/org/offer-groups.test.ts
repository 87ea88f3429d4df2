import { expect, test } from 'vitest'
import { likelyOfferGroup } from './offer-groups.ts'
import { offerKinds } from './offer-kinds.ts'

test('every kind of offer that Tilbudsportalen knows belongs to a group', () => {
  for (const offerType of Object.keys(offerKinds))
    expect([offerType, likelyOfferGroup({ offerType, legalGrounds: [] })]).not.toEqual([offerType, undefined])
})

test('what the portal does not know is read off the legal ground, and else left to a person', () => {
  expect(likelyOfferGroup({ offerType: null, legalGrounds: ['SEL-85'] })).toBe('home-support')
  expect(likelyOfferGroup({ offerType: null, legalGrounds: ['SEL-84', 'BL-80-90'] })).toBe('respite')
  expect(likelyOfferGroup({ offerType: null, legalGrounds: [] })).toBeUndefined()
})
