import { useState } from 'react'
import type { OutputOf } from '#kernel/lang/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { Button, FormDialog, Lines, Notice, Stack, TextArea, useToday } from '#kernel/ui/index.ts'
import { useAddress, useRead, useWrite } from '#kernel/web/index.ts'
import { profiles } from '../contract.ts'
import { nameOf, valueWords } from '../words.ts'
import { text } from './text.ts'

type Offer = OutputOf<typeof profiles.offer>[number]
type Props = { unitId: string; mayAnswer: boolean }

/** A newer template, offered: what it would change, and what stands because it is the unit's own. Nothing happens by itself. */
export function Offers({ unitId, mayAnswer }: Props) {
  const today = useToday()
  const offers = useRead(profiles.offer, { unitId, day: today })
  return offers.data?.map((offer) => (
    <Notice
      key={offer.version}
      tone="info"
      title={text.offer(offer.version)}
      actions={mayAnswer && <Answer unitId={unitId} offer={offer} />}
    >
      <Stack gap={3}>
        <p>{offer.note}</p>
        <Changes offer={offer} />
        <Keeps offer={offer} />
      </Stack>
    </Notice>
  ))
}

const Changes = ({ offer }: { offer: Offer }) =>
  offer.changes.length === 0 ? (
    <p>{text.offerNothing}</p>
  ) : (
    <div>
      <p>{text.offerChanges}:</p>
      <Lines>
        {offer.changes.map(({ key, old, new: now }) => (
          <li key={key}>
            {nameOf(key)}: {valueWords(key, old, text)} → <strong>{valueWords(key, now, text)}</strong>
          </li>
        ))}
      </Lines>
    </div>
  )

const Keeps = ({ offer }: { offer: Offer }) =>
  offer.keeps.length === 0 ? null : (
    <div>
      <p>{text.offerKeeps}:</p>
      <Lines>
        {offer.keeps.map(({ key, value }) => (
          <li key={key}>
            {nameOf(key)}: <strong>{valueWords(key, value, text)}</strong>
          </li>
        ))}
      </Lines>
    </div>
  )

function Answer({ unitId, offer }: { unitId: string; offer: Offer }) {
  const { go } = useAddress()
  const [isRefusing, setRefusing] = useState(false)
  const accept = useWrite(profiles.acceptOffer, { onDone: ({ id }) => go(`/opsaetning/${unitId}/forslag/${id}`) })
  return (
    <>
      {offer.changes.length > 0 && (
        <Button isBusy={accept.isBusy} onPress={() => void accept.run({ id: newId(), unitId, version: offer.version })}>
          {text.accept}
        </Button>
      )}
      <Button kind="plain" onPress={() => setRefusing(true)}>
        {text.refuse}
      </Button>
      {accept.problemText && <p>{accept.problemText}</p>}
      {isRefusing && <RefuseDialog unitId={unitId} version={offer.version} onClose={() => setRefusing(false)} />}
    </>
  )
}

function RefuseDialog({ unitId, version, onClose }: { unitId: string; version: number; onClose: () => void }) {
  const [because, setBecause] = useState('')
  const [isAsked, setAsked] = useState(false)
  const sender = useWrite(profiles.refuseOffer, { onDone: onClose })
  const save = () => {
    setAsked(true)
    if (because.trim()) void sender.run({ unitId, version, because })
  }
  return (
    <FormDialog title={text.refuseTitle} verb={text.refuse} sender={sender} onSave={save} onClose={onClose}>
      <TextArea
        label={text.because}
        value={because}
        onChange={setBecause}
        maxLength={500}
        fault={isAsked && !because.trim() ? text.needed : sender.faultOf('because')}
      />
    </FormDialog>
  )
}
