import { useState } from 'react'
import { dayOf } from '#kernel/lang/day.ts'
import {
  Button,
  Columns,
  Empty,
  Lines,
  LinkButton,
  Mark,
  Page,
  Row,
  Section,
  Show,
  Stack,
  shortDayWords,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Held, type Profile, profiles, settingGroups, settingKeys, specOf } from '../contract.ts'
import { isWaiting } from '../rules.ts'
import { doesOf, nameOf, valueWords } from '../words.ts'
import { History } from './History.tsx'
import { Offers } from './Offers.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'
import styles from './SetUp.module.css'
import { SourceLine } from './SourceLine.tsx'
import { text } from './text.ts'
import { WaitsMark } from './WaitsMark.tsx'
import { WhyPanel } from './WhyPanel.tsx'
import { words } from './why-text.ts'

/** How a unit is set up: every value in plain words, where it came from, since when, and why. */
export function SetUpPage({ unitId }: { unitId: string }) {
  const today = useToday()
  const profile = useRead(profiles.of, { unitId, day: today }, { live: ['profiles', unitId] })
  const [isProposing, setProposing] = useState(false)
  const may = (act: string) => profile.data?.permitted.includes(act) ?? false
  return (
    <Page
      title={text.title}
      lead={profile.data && text.lead(profile.data.unitName)}
      actions={may('propose') && <Button onPress={() => setProposing(true)}>{text.propose}</Button>}
    >
      <Show of={profile} lines={8}>
        {(known) => (
          <Columns right={<History profile={known} mayApply={may('apply')} />}>
            <Stack gap={5}>
              <Offers unitId={unitId} mayAnswer={may('propose')} />
              <Proposals profile={known} />
              {known.held.length === 0 ? <NotYet profile={known} /> : <Groups profile={known} />}
            </Stack>
          </Columns>
        )}
      </Show>
      {isProposing && (
        <ProposeDialog unitId={unitId} held={profile.data?.held ?? []} onClose={() => setProposing(false)} />
      )}
    </Page>
  )
}

function NotYet({ profile }: { profile: Profile }) {
  const today = useToday()
  const coming = profile.changes.find(({ undoneOn, fromOn }) => !undoneOn && fromOn > today)
  return <Empty>{coming ? text.fromLater(shortDayWords(coming.fromOn, today)) : text.noSetUp}</Empty>
}

function Proposals({ profile }: { profile: Profile }) {
  const today = useToday()
  const open = profile.proposals.filter(({ changes }) => changes > 0)
  if (open.length === 0) return null
  return (
    <Section title={text.proposals}>
      <Lines label={text.proposals}>
        {open.map(({ id, note, proposedAt, proposedByName, changes }) => (
          <li key={id}>
            <Row apart gap={3}>
              <Stack gap={1}>
                <strong>{note}</strong>
                <span className={styles.source}>
                  {text.proposal(changes)} · {text.byAt(proposedByName, shortDayWords(dayOf(proposedAt), today))}
                </span>
              </Stack>
              <LinkButton href={`/opsaetning/${profile.unitId}/forslag/${id}`}>{text.look}</LinkButton>
            </Row>
          </li>
        ))}
      </Lines>
    </Section>
  )
}

const inOrder = (held: readonly Held[]): Held[] => settingKeys.flatMap((key) => held.filter((one) => one.key === key))

function Groups({ profile }: { profile: Profile }) {
  const [asked, setAsked] = useState<Held['key']>()
  const waiting = profile.held.filter(({ key, value }) => isWaiting(key, value)).length
  const held = inOrder(profile.held)
  const groups = settingGroups
    .map((group) => ({ group, held: held.filter(({ key }) => specOf(key).group === group) }))
    .filter(({ held }) => held.length > 0)
  return (
    <Stack gap={5}>
      <Row gap={4}>
        <Mark tone="ok">{text.runs(profile.held.length - waiting)}</Mark>
        {waiting > 0 && <Mark tone="attention">{text.waiting(waiting)}</Mark>}
      </Row>
      {waiting > 0 && <p className={styles.does}>{text.waitsAll}</p>}
      {groups.map(({ group, held }) => (
        <Section key={group} title={text.groups[group]}>
          <Lines label={text.groups[group]}>
            {held.map((one) => (
              <li key={one.key}>
                <Setting held={one} onWhy={() => setAsked(one.key)} />
              </li>
            ))}
          </Lines>
        </Section>
      ))}
      {asked && <WhyPanel unitId={profile.unitId} settingKey={asked} onClose={() => setAsked(undefined)} />}
    </Stack>
  )
}

function Setting({ held, onWhy }: { held: Held; onWhy: () => void }) {
  const { key, value, source, sinceOn } = held
  return (
    <div className={styles.setting}>
      <div className={styles.about}>
        <p className={styles.name}>{nameOf(key)}</p>
        <p className={styles.does}>{doesOf(key)}</p>
      </div>
      <div className={styles.value}>
        <strong>{valueWords(key, value, text)}</strong>
        <SourceLine source={source} sinceOn={sinceOn} />
        <WaitsMark of={key} value={value} />
      </div>
      <div className={styles.why}>
        <Button kind="plain" aria-label={words.whyOf(nameOf(key))} onPress={onWhy}>
          {words.why}
        </Button>
      </div>
    </div>
  )
}
