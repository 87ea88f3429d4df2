import { results } from '#features/goals/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { Button, Disclosure, Mark, Row, Section, Select, Stack, shortDayWords, useToday } from '#kernel/ui/index.ts'
import { useMe } from '#kernel/web/index.ts'
import type { Section as Part, Report, Sentence, Source, SourceFact } from '../contract.ts'
import { SentenceDialog } from './SentenceDialog.tsx'
import { text } from './text.ts'
import type { Editing } from './use-editing.ts'

type SectionsProps = { report: Report; editing: Editing }
const NONE = 'none'

export function Sections({ report, editing }: SectionsProps) {
  return (
    <Stack gap={5}>
      {editing.content.sections.map((section, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections neither come nor go
        <OneSection key={at} at={at} section={section} report={report} editing={editing} />
      ))}
      {editing.mayEdit && (
        <Select
          label={text.recommends}
          isOptional
          choices={[
            { id: NONE, label: text.noRecommendation },
            ...results.map((id) => ({ id, label: text.results[id] })),
          ]}
          value={editing.content.recommends ?? NONE}
          onChange={(id) => editing.recommend(results.find((one) => one === id) ?? null)}
        />
      )}
    </Stack>
  )
}

type PartProps = SectionsProps & { section: Part; at: number }

function OneSection({ section, at, report, editing }: PartProps) {
  const open = editing.openIn(at)
  const me = useMe()
  const says = section.sentences.filter(({ stance }) => stance === 'says')
  const against = section.sentences.filter(({ stance }) => stance === 'against')
  const blank = (): Sentence => ({
    id: newId(),
    text: '',
    sources: [{ kind: 'worker', id: me.id, version: 1 }],
    stance: 'says',
    origin: 'own',
  })
  const line = (sentence: Sentence) => (
    <SentenceLine
      key={sentence.id}
      sentence={sentence}
      facts={report.sources}
      {...(editing.mayEdit && {
        onEdit: () => editing.open(at, sentence),
        onRemove: () => editing.remove(at, sentence.id),
      })}
    />
  )
  return (
    <Section
      title={section.title}
      actions={
        editing.mayEdit && (
          <Button kind="plain" aria-label={text.addTo(section.title)} onPress={() => editing.open(at, blank())}>
            {text.add}
          </Button>
        )
      }
    >
      <Stack gap={4}>
        {says.map(line)}
        {against.length > 0 && (
          <Section title={text.against}>
            <Stack gap={4}>
              {editing.mayEdit && <p>{text.againstHelp}</p>}
              {against.map(line)}
            </Stack>
          </Section>
        )}
      </Stack>
      {open && (
        <SentenceDialog
          sentence={open}
          facts={report.sources}
          saving={editing.saving}
          onChange={(sentence) => editing.open(at, sentence)}
          onSave={(sentence) => editing.put(at, sentence)}
          onClose={editing.close}
        />
      )}
    </Section>
  )
}

type LineProps = {
  sentence: Sentence
  facts: readonly SourceFact[]
  onEdit?: () => void
  onRemove?: () => void
}

function SentenceLine({ sentence, facts, onEdit, onRemove }: LineProps) {
  return (
    <Stack gap={1}>
      <p>{sentence.text}</p>
      <Row gap={2}>
        <Disclosure title={sourcesWords(sentence)}>
          <Stack gap={2}>
            {sentence.sources.map((source) => (
              <SourceLine key={`${source.kind} ${source.id}`} source={source} facts={facts} />
            ))}
          </Stack>
        </Disclosure>
        {onEdit && (
          <Button kind="plain" aria-label={text.editSentence(sentence.text)} onPress={onEdit}>
            {text.edit}
          </Button>
        )}
        {onRemove && (
          <Button kind="plain" aria-label={text.removeSentence(sentence.text)} onPress={onRemove}>
            {text.remove}
          </Button>
        )}
      </Row>
    </Stack>
  )
}

/** Notat 2 · Vurdering 1 */
function sourcesWords({ sources }: Sentence): string {
  const counts = new Map<Source['kind'], number>()
  for (const { kind } of sources) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
    .map(([kind, count]) => (count > 1 ? `${text.kinds[kind]} × ${count}` : text.kinds[kind]))
    .join(' · ')
}

function SourceLine({ source, facts }: { source: Source; facts: readonly SourceFact[] }) {
  const today = useToday()
  const me = useMe()
  const fact = facts.find(({ kind, id }) => kind === source.kind && id === source.id)
  if (!fact)
    return <span>{source.kind === 'worker' ? text.sourceLine(text.kinds.worker, '', me.name) : text.hidden}</span>
  const day = fact.on ? shortDayWords(fact.on.slice(0, 10), today) : ''
  return (
    <Stack gap={1}>
      <span>{text.sourceLine(text.kinds[fact.kind], day, fact.byName)}</span>
      {fact.isGone && <Mark tone="attention">{text.goneSince}</Mark>}
      {fact.version !== source.version && fact.kind === 'note' && <Mark tone="attention">{text.changedSince}</Mark>}
      {fact.text ? <q>{fact.text}</q> : fact.kind !== 'worker' && <span>{text.hidden}</span>}
    </Stack>
  )
}
