import { useState } from 'react'
import { Button, Row, Section, shortDayWords, type Term, Terms, useToday } from '#kernel/ui/index.ts'
import type { Card } from '../contract.ts'
import { PhoneLink } from './PhoneLink.tsx'
import { RevealDialog } from './RevealDialog.tsx'
import { text } from './text.ts'

type What = 'address' | 'number'

/** Names, birthday and home. What is hidden is not here: it is asked for, with a reason. */
export function CardFacts({ card }: { card: Card }) {
  const [asked, ask] = useState<What>()
  const today = useToday()
  const { fullName, preferredName, pronoun, bornOn, room } = card
  return (
    <Section title={text.facts}>
      <Terms
        items={[
          { term: text.fullName, value: fullName },
          { term: text.preferredName, value: preferredName },
          { term: text.pronoun, value: pronoun },
          { term: text.born, value: bornOn && shortDayWords(bornOn, today) },
          { term: text.roomTerm, value: room },
          ...whereabouts(card, () => ask('address')),
          { term: text.number, value: <NumberLine card={card} onAsk={() => ask('number')} /> },
        ]}
      />
      {asked && <RevealDialog card={card} what={asked} onClose={() => ask(undefined)} />}
    </Section>
  )
}

export const isHidden = (card: Pick<Card, 'identityProtected' | 'hiddenStay'>): boolean =>
  card.identityProtected || card.hiddenStay

function whereabouts(card: Card, onAsk: () => void): readonly Term[] {
  if (!isHidden(card))
    return [
      { term: text.address, value: card.address },
      { term: text.phone, value: card.phone && <PhoneLink phone={card.phone} /> },
    ]
  return [
    {
      term: text.addressAndPhone,
      value: <Asking words={text.hiddenHere} verb={text.showWhat.address} isOffered={mayAsk(card)} onAsk={onAsk} />,
    },
  ]
}

const mayAsk = ({ permitted }: Card): boolean => permitted.includes('reveal')

const NumberLine = ({ card, onAsk }: { card: Card; onAsk: () => void }) => (
  <Asking
    words={card.hasNumber ? text.hiddenHere : text.noNumber}
    verb={text.showWhat.number}
    isOffered={card.hasNumber && mayAsk(card)}
    onAsk={onAsk}
  />
)

type AskingProps = { words: string; verb: string; isOffered: boolean; onAsk: () => void }

const Asking = ({ words, verb, isOffered, onAsk }: AskingProps) => (
  <Row gap={2}>
    <span>{words}</span>
    {isOffered && (
      <Button kind="plain" onPress={onAsk}>
        {verb}
      </Button>
    )}
  </Row>
)
