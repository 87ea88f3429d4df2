import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { Button, Columns, Empty, FormDialog, Lines, Page, Select, Show, TextField, TextLink } from '#kernel/ui/index.ts'
import { useAddress, useRead, useWrite } from '#kernel/web/index.ts'
import { requirements } from '../contract.ts'
import { text } from './text.ts'

/** What is bought, or being bought. */
export function SetsPage() {
  const sets = useRead(requirements.specs, {})
  const places = useRead(requirements.places, {}, { staleMs: 60_000 })
  const [isOpening, setOpening] = useState(false)
  const mayOpen = (places.data?.length ?? 0) > 0
  const begin = mayOpen && (
    <Button kind="primary" onPress={() => setOpening(true)}>
      {text.openSet}
    </Button>
  )
  return (
    <Page title={text.sets} actions={sets.data?.length ? begin : undefined}>
      <Columns>
        <Show of={sets} empty={<Empty action={begin}>{text.noSets}</Empty>}>
          {(known) => (
            <Lines label={text.sets}>
              {known.map(({ id, title, placeName, count }) => (
                <li key={id}>
                  <TextLink href={`/krav/${id}`}>{title}</TextLink>
                  <p>
                    {placeName} · {text.count(count)}
                  </p>
                </li>
              ))}
            </Lines>
          )}
        </Show>
      </Columns>
      {isOpening && <OpenDialog places={places.data ?? []} onClose={() => setOpening(false)} />}
    </Page>
  )
}

type Place = { readonly id: string; readonly name: string }

function OpenDialog({ places, onClose }: { places: readonly Place[]; onClose: () => void }) {
  const { go } = useAddress()
  const [id] = useState(newId)
  const [title, setTitle] = useState('')
  const [placeId, setPlace] = useState(places[0]?.id ?? '')
  const sender = useWrite(requirements.openSpec, { onDone: () => go(`/krav/${id}`) })
  return (
    <FormDialog
      title={text.openSet}
      verb={text.begin}
      sender={sender}
      onSave={() => void sender.run({ id, placeId, title })}
      onClose={onClose}
    >
      <TextField
        label={text.setTitle}
        help={text.setTitleHelp}
        value={title}
        onChange={setTitle}
        maxLength={120}
        fault={sender.faultOf('title')}
        autoFocus
      />
      {places.length > 1 && (
        <Select
          label={text.place}
          choices={places.map((place) => ({ id: place.id, label: place.name }))}
          value={placeId}
          onChange={setPlace}
        />
      )}
    </FormDialog>
  )
}
