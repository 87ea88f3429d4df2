import { useState } from 'react'
import type { MyUnit } from '#features/org/contract.ts'
import { Button, Lines, MomentText, Row, Section, Show, Stack } from '#kernel/ui/index.ts'
import { saveOctets, sentenceOf, useRead } from '#kernel/web/index.ts'
import { documents, type FileLine } from '../contract.ts'
import { AddFileDialog, EndFileDialog } from './FileDialogs.tsx'
import { text } from './text.ts'

const KB = 1024

/** On the unit's page: what it keeps that is about nobody. */
export function UnitDocuments({ unit }: { unit: MyUnit }) {
  const kept = useRead(documents.ofUnit, { unitId: unit.id })
  const [isAdding, add] = useState(false)
  const mayAdd = kept.data?.permitted.includes('add')
  return (
    <Section title={text.title} actions={mayAdd && <Button onPress={() => add(true)}>{text.add}</Button>}>
      <Show of={kept} isEmpty={({ files }) => files.length === 0} empty={<p>{text.none}</p>}>
        {({ files, permitted }) => (
          <Lines label={text.title}>
            {files.map((file) => (
              <li key={file.id}>
                <OneFile file={file} mayEnd={permitted.includes('end')} />
              </li>
            ))}
          </Lines>
        )}
      </Show>
      {isAdding && <AddFileDialog unitId={unit.id} onClose={() => add(false)} />}
    </Section>
  )
}

function OneFile({ file, mayEnd }: { file: FileLine; mayEnd: boolean }) {
  const [problem, setProblem] = useState<string>()
  const [isEnding, end] = useState(false)
  const { id, name, sizeBytes, uploadedByName, uploadedAt } = file
  const fetch = () => {
    setProblem(undefined)
    saveOctets(documents.file, { id }).catch((why) => setProblem(sentenceOf(why)))
  }
  return (
    <Row apart gap={2}>
      <Stack gap={1}>
        <span>
          <Button kind="plain" aria-label={text.get(name)} onPress={fetch}>
            {name}
          </Button>
        </span>
        <span>
          {text.line(Math.ceil(sizeBytes / KB), uploadedByName)} · <MomentText at={uploadedAt} />
        </span>
        {problem && <span role="alert">{problem}</span>}
      </Stack>
      {mayEnd && (
        <Button kind="plain" aria-label={text.endOf(name)} onPress={() => end(true)}>
          {text.end}
        </Button>
      )}
      {isEnding && <EndFileDialog file={file} onClose={() => end(false)} />}
    </Row>
  )
}
