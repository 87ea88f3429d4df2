import { useState } from 'react'
import { LIX_FOR_ALL, lix } from '#kernel/lang/lix.ts'
import { announce, Button, Columns, Mark, Notice, Page, Row, Show, Stack, TextField } from '#kernel/ui/index.ts'
import { useAddress, useRead, useWrite } from '#kernel/web/index.ts'
import { monthAndYear } from '../assemble.ts'
import { type Issue, newsletter } from '../contract.ts'
import { MOST_SECTIONS, MOST_WORDS, nameOfIssue, wordsOf } from '../rules.ts'
import { NewsAside } from './NewsAside.tsx'
import { SectionFields } from './SectionFields.tsx'
import { text } from './text.ts'
import { type Form, formOf, sentOf, withEvent, withNew } from './writing.ts'

/** Draft on the left, what happened and is not used on the right. */
export function WritePage({ issueId }: { issueId: string }) {
  const issue = useRead(newsletter.issue, { id: issueId })
  const known = issue.data
  return (
    <Page
      title={known?.title || text.title}
      lead={known && `${nameOfIssue(known.number)} · ${monthAndYear(known.monthOn)}`}
    >
      <Show of={issue} lines={8}>
        {(whole) => <Writing key={whole.version} issue={whole} />}
      </Show>
    </Page>
  )
}

function Writing({ issue }: { issue: Issue }) {
  const { go } = useAddress()
  const [form, setForm] = useState<Form>(() => formOf(issue))
  const { id, version } = issue
  const edit = useWrite(newsletter.edit, {
    onDone: () => {
      announce(text.saved)
      go(`/nyhedsbrev/${id}`)
    },
  })
  const draft = useWrite(newsletter.draft)
  const problem = edit.problemText ?? draft.problemText
  const mayDraft = issue.state === 'collecting' || issue.state === 'draft'
  const save = () => void edit.run({ id, version, ...sentOf(form) })
  return (
    <Columns right={<NewsAside issueId={id} form={form} onTake={(event) => setForm(withEvent(form, event))} />}>
      <Stack gap={5}>
        {problem !== undefined && (
          <Notice tone="attention" isUrgent>
            <p>{problem}</p>
          </Notice>
        )}
        {mayDraft && <DraftButton issue={issue} drafting={draft} />}
        <TextField
          label={text.issueTitle}
          help={text.issueTitleHelp}
          value={form.title}
          onChange={(title) => setForm({ ...form, title })}
          maxLength={100}
        />
        <Measures form={form} />
        {form.sections.map((section, at) => (
          <SectionFields key={section.id} section={section} at={at} form={form} onChange={setForm} />
        ))}
        <Row gap={3}>
          <Button kind="primary" isBusy={edit.isBusy} onPress={save}>
            {text.save}
          </Button>
          {form.sections.length < MOST_SECTIONS && (
            <Button kind="plain" onPress={() => setForm(withNew(form))}>
              {text.addSection}
            </Button>
          )}
        </Row>
      </Stack>
    </Columns>
  )
}

type Drafting = { readonly run: (given: { id: string; version: number }) => Promise<unknown>; readonly isBusy: boolean }

function DraftButton({ issue: { id, version, state }, drafting }: { issue: Issue; drafting: Drafting }) {
  const isFirst = state === 'collecting'
  return (
    <Row gap={3}>
      <Button
        kind={isFirst ? 'primary' : 'quiet'}
        isBusy={drafting.isBusy}
        onPress={() => void drafting.run({ id, version })}
      >
        {isFirst ? text.makeDraft : text.redraft}
      </Button>
      {!isFirst && <small>{text.redraftHelp}</small>}
    </Row>
  )
}

/** How long it is, and how hard to read. */
function Measures({ form }: { form: Form }) {
  const words = wordsOf(form.sections)
  const hard = lix(form.sections.map(({ text: said }) => said).join('\n'))
  return (
    <Row gap={3}>
      <Mark tone={words > MOST_WORDS ? 'attention' : 'ok'}>{text.words(words, MOST_WORDS)}</Mark>
      <Mark tone={form.sections.length > MOST_SECTIONS ? 'attention' : 'ok'}>
        {text.sections(form.sections.length, MOST_SECTIONS)}
      </Mark>
      {hard !== undefined && (
        <Mark tone={hard > LIX_FOR_ALL ? 'attention' : 'ok'}>
          {text.lix(hard)} · {hard > LIX_FOR_ALL ? text.lixHard : text.lixGood}
        </Mark>
      )}
    </Row>
  )
}
