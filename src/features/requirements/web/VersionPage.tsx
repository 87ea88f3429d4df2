import type { OutputOf } from '#kernel/lang/contract.ts'
import {
  Button,
  Columns,
  Disclosure,
  Mark,
  MomentText,
  Page,
  Row,
  ScreenOnly,
  Section,
  Show,
  Stack,
  Terms,
  TextLink,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { requirements } from '../contract.ts'
import { differencesBetween } from '../differences.ts'
import { CorrectionSheet } from './CorrectionSheet.tsx'
import { ReadRequirement } from './ReadRequirement.tsx'
import { text } from './text.ts'
import { VersionActs } from './VersionActs.tsx'
import { stateWord } from './VersionsPage.tsx'

type Version = OutputOf<typeof requirements.baseline>

/** One version: what it corrects, how it stands, and every requirement as it was. */
export function VersionPage({ specId, versionId }: { specId: string; versionId: string }) {
  const version = useRead(requirements.baseline, { id: versionId })
  return (
    <Page
      title={version.data ? text.version(version.data.label) : text.versions}
      lead={version.data && <TextLink href={`/krav/${specId}/udgaver`}>{version.data.specTitle}</TextLink>}
      actions={
        version.data && (
          <ScreenOnly>
            <Row gap={2}>
              <VersionActs version={version.data} />
              <Button kind="plain" onPress={() => print()}>
                {text.print}
              </Button>
            </Row>
          </ScreenOnly>
        )
      }
    >
      <Columns>
        <Show of={version} lines={8}>
          {(known) => <Whole version={known} />}
        </Show>
      </Columns>
    </Page>
  )
}

const Whole = ({ version }: { version: Version }) => (
  <Stack gap={5}>
    <Row gap={3}>
      <Mark tone={version.publishedAt ? 'violet' : version.approved ? 'ok' : 'info'}>{stateWord(version)}</Mark>
      <span>{text.count(version.count)}</span>
    </Row>
    <p>{version.note}</p>
    <Terms
      items={[
        { term: text.terms.made, value: <By at={version.madeAt} name={version.madeByName} /> },
        {
          term: version.approved === false ? text.terms.returned : text.terms.approved,
          value: version.verdictAt && <By at={version.verdictAt} name={version.verdictByName ?? ''} />,
        },
        { term: text.terms.published, value: version.publishedAt && <MomentText at={version.publishedAt} /> },
        { term: text.terms.contracted, value: version.contractedAt && <MomentText at={version.contractedAt} /> },
      ]}
    />
    {version.verdictReason && <p>»{version.verdictReason}«</p>}
    {version.correctsId && <Sheet version={version} correctsId={version.correctsId} />}
    <Section title={text.allRequirements}>
      {version.contents.map((content) => (
        <ReadRequirement key={content.id} content={content} />
      ))}
    </Section>
    <Disclosure title={text.hash}>
      <p>{text.hashHelp}</p>
      <code style={{ overflowWrap: 'anywhere' }}>{version.contentHash}</code>
    </Disclosure>
  </Stack>
)

const By = ({ at, name }: { at: string; name: string }) => (
  <>
    <MomentText at={at} /> · {name}
  </>
)

/** Worked out from the two versions, neither of which can change: so it cannot say anything else tomorrow. */
function Sheet({ version, correctsId }: { version: Version; correctsId: string }) {
  const former = useRead(requirements.baseline, { id: correctsId })
  return (
    <Show of={former}>
      {(known) => (
        <Section title={text.sheetTitle(version.sheetNo ?? 1, known.label)}>
          <CorrectionSheet differences={differencesBetween(known.contents, version.contents)} />
        </Section>
      )}
    </Show>
  )
}
