import { useState } from 'react'
import { ProtectedMark } from '#features/citizens/web/index.ts'
import { useWord } from '#features/org/web/index.ts'
import { Button, ComboBox, type Option, Person, Portrait, Row, Stack } from '#kernel/ui/index.ts'
import styles from './ComposerWho.module.css'
import { aboutNobody, aboutOne, inUnitDiary, withOneMore, withoutOne } from './composition.ts'
import { ownFirst, type People, shortName } from './people.ts'
import { text } from './text.ts'
import type { Composing } from './use-composer.ts'

/** As many names as stand above the field; on a phone fewer. */
const NEAREST = 8
const NEAREST_ON_PHONE = 4

type WhoProps = { composing: Composing; people: People; isFixed: boolean; onChosen: () => void }

/** Who it is about: tapped once. After that the face and the name stand in the composer. */
export function ComposerWho(props: WhoProps) {
  const { composition } = props.composing
  if (composition.isShared) return <Chosen {...props} name={text.unitDiary} />
  if (composition.about.length === 0) return <Choose {...props} />
  if (composition.about.length > 1) return <Several {...props} />
  const [id] = composition.about
  return (
    <Chosen
      {...props}
      name={props.people.nameOf(id!)}
      url={props.people.photoOf(id!)}
      isProtected={props.people.isProtected(id!)}
    />
  )
}

function Choose({ composing, people, onChosen }: WhoProps) {
  const [isAll, setAll] = useState(false)
  const word = useWord()
  const lines = ownFirst(people.list)
  const choose = (id: string) => {
    composing.change((before) => aboutOne(before, id))
    onChosen()
  }
  return (
    <Stack gap={2}>
      <Row gap={2}>
        <span>{text.writeAbout}</span>
        {lines.slice(0, NEAREST).map((line, at) => (
          <span key={line.id} className={at < NEAREST_ON_PHONE ? undefined : styles.far}>
            <Button onPress={() => choose(line.id)}>
              <Portrait name={line.fullName} url={people.photoOf(line.id)} size={24} /> {shortName(line)}
            </Button>
          </span>
        ))}
        {lines.length > NEAREST_ON_PHONE && !isAll && <Button onPress={() => setAll(true)}>{text.others}</Button>}
        <Button
          kind="plain"
          onPress={() => {
            composing.change(inUnitDiary)
            onChosen()
          }}
        >
          {text.toUnitDiary}
        </Button>
      </Row>
      {isAll && <PickCitizen label={text.findCitizen(word)} people={people} without={[]} onPick={choose} />}
    </Stack>
  )
}

type ChosenProps = WhoProps & { name: string; url?: string | undefined; isProtected?: boolean }

function Chosen({ composing, isFixed, name, url, isProtected = false }: ChosenProps) {
  const change = () => composing.change(aboutNobody)
  return (
    <Row apart gap={2}>
      <Person name={name} url={url} size={32}>
        {isProtected && <ProtectedMark />}
      </Person>
      {!isFixed && (
        <Button kind="plain" onPress={change} aria-label={text.changeWho(name)}>
          {text.change}
        </Button>
      )}
    </Row>
  )
}

function Several({ composing, people }: WhoProps) {
  return (
    <Row gap={2}>
      {composing.composition.about.map((id) => (
        <Row key={id} gap={1}>
          <Person name={people.nameOf(id)} url={people.photoOf(id)} size={32} />
          <Button
            kind="plain"
            onPress={() => composing.change((before) => withoutOne(before, id))}
            aria-label={text.removeFromEvent(people.nameOf(id))}
          >
            {text.takeOut}
          </Button>
        </Row>
      ))}
    </Row>
  )
}

type PickProps = { label: string; people: People; without: readonly string[]; onPick: (id: string) => void }

const secondOf = (room: string | null, isProtected: boolean) => {
  const words = [room, isProtected && text.isProtected].filter(Boolean).join(' · ')
  return words && { second: words }
}

const optionOf = (people: People, line: People['list'][number]): Option => ({
  id: line.id,
  label: shortName(line),
  photo: people.photoOf(line.id) ?? 'initials',
  ...secondOf(line.room, people.isProtected(line.id)),
})

export function PickCitizen({ label, people, without, onPick }: PickProps) {
  const options = people.list.filter(({ id }) => !without.includes(id)).map((line) => optionOf(people, line))
  return <ComboBox label={label} options={options} value={null} onChange={(id) => id && onPick(id)} autoFocus />
}

/** Somebody else was there too: one event, a note for each. */
export function AddCitizen({ composing, people }: Pick<WhoProps, 'composing' | 'people'>) {
  const [isOpen, setOpen] = useState(false)
  const word = useWord()
  const { about } = composing.composition
  if (about.length === 0 || people.list.length <= about.length) return null
  if (!isOpen)
    return (
      <Button kind="plain" onPress={() => setOpen(true)}>
        {text.addCitizen(word)}
      </Button>
    )
  const add = (id: string) => {
    composing.change((before) => withOneMore(before, id))
    setOpen(false)
  }
  return <PickCitizen label={text.whichMore} people={people} without={about} onPick={add} />
}
