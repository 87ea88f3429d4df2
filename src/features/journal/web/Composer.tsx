import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import type { CitizenForms } from '#features/org/running.ts'
import { useWord } from '#features/org/web/index.ts'
import { WhyButton } from '#features/profiles/web/index.ts'
import { Button, Checkbox, Notice, Row, SaveState, Stack, TextArea, ToggleChips } from '#kernel/ui/index.ts'
import { MAX_TEXT } from '../contract.ts'
import { whoIsNamed } from '../names.ts'
import { BelongsTo } from './BelongsTo.tsx'
import { ComposerOptions } from './ComposerOptions.tsx'
import { AddCitizen, ComposerWho } from './ComposerWho.tsx'
import { type Composition, hasWords, isEvent, kindOf, kindsFor, partOf } from './composition.ts'
import { DiscardButton } from './DiscardButton.tsx'
import { listed, type People, shortName } from './people.ts'
import { text } from './text.ts'
import { type ComposerProps, type Composing, useComposer } from './use-composer.ts'

/** Where one writes. Nothing typed here is lost: see the line beneath. Give it the draft's id as key. */
export function Composer(props: ComposerProps) {
  const composing = useComposer(props)
  const place = useRef<HTMLElement>(null)
  const { composition } = composing
  const isOpen = hasWords(composition) || composition.about.length > 0 || composition.isShared
  const toText = () => requestAnimationFrame(() => place.current?.querySelector('textarea')?.focus())
  const isChosen =
    props.start.composition.about.length > 0 || props.start.composition.isShared || props.start.revision > 0
  useEffect(() => {
    if (!isChosen) return
    const field = place.current?.querySelector('textarea')
    field?.scrollIntoView({ block: 'center' })
    field?.focus({ preventScroll: true })
  }, [isChosen])
  return (
    <section ref={place} aria-label={text.compose}>
      <Stack gap={3}>
        <ComposerWho composing={composing} people={props.people} isFixed={props.isFixed === true} onChosen={toText} />
        {isOpen && <KindAndWeight composing={composing} {...props} />}
        <Words composing={composing} people={props.people} />
        {isEvent(composition) && <Paragraphs composing={composing} people={props.people} />}
        <NamesNobodyElse composition={composition} people={props.people} />
        {isOpen && props.unit.goals && <BelongsTo composing={composing} people={props.people} />}
        <Foot composing={composing} people={props.people} />
        {isOpen && (
          <>
            <ComposerOptions composition={composition} change={composing.change} fault={composing.sender.faultOf} />
            <Row gap={2}>
              <AddCitizen composing={composing} people={props.people} />
              <Discard composing={composing} onClose={props.isFixed ? props.onDone : undefined} />
            </Row>
          </>
        )}
      </Stack>
    </section>
  )
}

type PartProps = { composing: Composing; people: People }

function KindAndWeight({ composing, unit }: { composing: Composing } & Pick<ComposerProps, 'unit'>) {
  const { composition, change } = composing
  const kinds = kindsFor(unit)
  return (
    <Row gap={4}>
      {!composition.isShared && kinds.length > 1 && (
        <Row gap={1}>
          <ToggleChips
            label={text.kind}
            choices={kinds.map((id) => ({ id, label: text.kinds[id] }))}
            value={[kindOf(composition, unit)]}
            onChange={([kind]) => kind && change((before) => ({ ...before, kind }))}
          />
          <WhyButton unit={unit} of="journal.types" name={text.kind} />
        </Row>
      )}
      <Checkbox
        label={text.important}
        value={composition.important}
        onChange={(important) => change((before) => ({ ...before, important }))}
      />
    </Row>
  )
}

/** One fault at a time: what is missing, else what the server said of the words. */
function Words({ composing }: PartProps) {
  const { composition, change, missing, sender, save } = composing
  const fault = missing ? text[missing] : sender.faultOf('text')
  const common = isEvent(composition)
  return (
    <TextArea
      label={common ? text.commonText : text.whatHappened}
      value={composition.text}
      onChange={(typed) => change((before) => ({ ...before, text: typed }))}
      onSubmit={() => void save()}
      maxLength={MAX_TEXT}
      fault={fault}
      {...(common && { help: text.commonHelp })}
    />
  )
}

function Paragraphs({ composing, people }: PartProps) {
  const { composition, change, sender, save } = composing
  return composition.about.map((id, at) => (
    <TextArea
      key={id}
      label={text.partOf(people.nameOf(id))}
      isOptional
      value={partOf(composition, id)}
      onChange={(typed) => change((before) => ({ ...before, parts: { ...before.parts, [id]: typed } }))}
      onSubmit={() => void save()}
      fault={sender.faultOf(`parts.${at}.text`)}
      help={at === 0 ? text.partHelp : undefined}
    />
  ))
}

/** A gentle word, never a lock: sometimes the name belongs there. */
function NamesNobodyElse({ composition, people }: { composition: Composition; people: People }) {
  const typed = useDeferredValue(composition.text)
  const { about } = composition
  const named = useMemo(
    () => whoIsNamed(typed, people.list, about.length === 1 ? about[0] : undefined),
    [typed, people.list, about],
  )
  if (named.length === 0) return null
  const names = listed(named.map(shortName))
  const isRefused = isEvent(composition) && named.some(({ id }) => about.includes(id))
  return (
    <Notice tone="attention">
      <p>{isRefused ? text.commonNames(names) : text.names(names)}</p>
      {!isRefused && <p>{text.namesHelp}</p>}
    </Notice>
  )
}

function saveWords({ about, isShared }: Composition, people: People, word: CitizenForms): string {
  if (isShared) return text.saveInUnitDiary
  if (about.length > 1) return text.saveAtMany(about.length, word)
  return about[0] ? text.saveAt(people.nameOf(about[0])) : text.save
}

function Foot({ composing, people }: PartProps) {
  const { composition, sender, saving, save } = composing
  const word = useWord()
  return (
    <Stack gap={2}>
      {sender.problemText !== undefined && (
        <Notice tone="attention" isUrgent>
          <p>
            {sender.problemText} {text.keptHere}
          </p>
        </Notice>
      )}
      <Row apart gap={2}>
        <SaveState state={hasWords(composition) ? saving : undefined} />
        <Button kind="primary" isBusy={sender.isBusy} onPress={() => void save()}>
          {saveWords(composition, people, word)}
        </Button>
      </Row>
    </Stack>
  )
}

type DiscardProps = { composing: Composing; onClose: (() => void) | undefined }

/** Words are thrown away only when asked for; a field without words is just closed. */
function Discard({ composing, onClose }: DiscardProps) {
  if (hasWords(composing.composition)) return <DiscardButton onDiscard={() => void composing.discard()} />
  return onClose ? (
    <Button kind="plain" onPress={onClose}>
      {text.close}
    </Button>
  ) : null
}
