import { Dialog, Lines, Notice, Select, Show, Stack } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Finding, type Place, privacy, type Request } from '../contract.ts'
import { labelOf } from './label-of.ts'
import { text } from './text.ts'

const MOST = 300

type Props = { request: Request; finding: Finding; onClose: () => void }

/** Where it stands, with the words around it. */
export function PlacesDialog({ request, finding, onClose }: Props) {
  const places = useRead(privacy.places, { id: request.id, key: finding.key })
  return (
    <Dialog isOpen onClose={onClose} title={text.placesTitle(labelOf(finding))}>
      <Stack gap={4}>
        <p>{text.placesLead}</p>
        <Show of={places} lines={8} isEmpty={({ places }) => places.length === 0} empty={text.onlyCounted}>
          {({ places }) => (
            <>
              <Lines label={text.seePlaces}>
                {places.map((place) => (
                  <li key={`${place.section} ${place.record} ${place.field} ${place.nth}`}>
                    <One request={request} finding={finding} place={place} />
                  </li>
                ))}
              </Lines>
              {places.length >= MOST && <small>{text.firstPlaces(MOST)}</small>}
            </>
          )}
        </Show>
      </Stack>
    </Dialog>
  )
}

type Choice = 'mask' | 'keep' | 'rest'

function One({ request, finding, place }: Omit<Props, 'onClose'> & { place: Place }) {
  const sender = useWrite(privacy.decidePlace)
  const { section, record, field, nth, before, found, after } = place
  const decide = (choice: Choice) =>
    void sender.run({
      id: request.id,
      key: finding.key,
      section,
      record,
      field,
      nth,
      decision: choice === 'rest' ? null : choice,
    })
  return (
    <Stack gap={2}>
      <p>
        {before}
        <mark>{found}</mark>
        {after}
      </p>
      <Select<Choice>
        label={text.decision(found.slice(0, 40))}
        isLabelHidden
        choices={[
          { id: 'rest', label: `${text.asTheRest}: ${text[finding.decision].toLowerCase()}` },
          { id: 'mask', label: text.mask },
          { id: 'keep', label: text.keep },
        ]}
        value={place.decision ?? 'rest'}
        onChange={decide}
      />
      {sender.problemText && <Notice tone="attention">{sender.problemText}</Notice>}
    </Stack>
  )
}
