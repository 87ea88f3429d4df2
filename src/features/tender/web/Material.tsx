import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { Button, FaultText, Lines, Row, Section, Stack, useToday } from '#kernel/ui/index.ts'
import { call, saveOctets, sentenceOf } from '#kernel/web/index.ts'
import { annexesOn, type Format } from '../annexes.ts'
import { type TenderWhole, tender } from '../contract.ts'
import { text } from './text.ts'

/** Makes a file and fetches it, in one press. */
export function useMaking() {
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<unknown>()
  const fetching = async (what: string, make: () => Promise<{ id: string; name: string }>) => {
    setBusy(what)
    setProblem(undefined)
    try {
      const { id } = await make()
      await saveOctets(tender.file, { id })
    } catch (why) {
      setProblem(why)
    } finally {
      setBusy(undefined)
    }
  }
  return { busy, problemText: problem ? sentenceOf(problem) : undefined, fetching }
}

export function FetchButton({ id, name }: { id: string; name: string }) {
  const { busy, problemText, fetching } = useMaking()
  return (
    <>
      <Button kind="plain" isBusy={busy !== undefined} onPress={() => void fetching(name, async () => ({ id, name }))}>
        {name}
      </Button>
      {problemText && <FaultText>{problemText}</FaultText>}
    </>
  )
}

/** Every annex in the forms it goes out in. */
export function Material({ whole }: { whole: TenderWhole }) {
  const { busy, problemText, fetching } = useMaking()
  const templates = annexesOn(useToday())
  if (!whole.permitted.includes('prepare')) return null
  const press = (annex: (typeof templates)[number]['key'], format: Format) =>
    void fetching(`${annex} ${format}`, () =>
      call(tender.makeMaterial, { id: newId(), tenderId: whole.id, annex, format }),
    )
  return (
    <Section title={text.material}>
      <Stack gap={3}>
        <p>{text.materialNote}</p>
        {problemText && <FaultText>{problemText}</FaultText>}
        <Lines label={text.material}>
          {templates.map(({ key, number, formats }) => (
            <li key={key}>
              <Row gap={2} apart>
                <span>
                  {number ? `${number}. ` : ''}
                  {text.annexes[key]}
                </span>
                <Row gap={1}>
                  {formats.map((format) => (
                    <Button
                      key={format}
                      kind="plain"
                      isBusy={busy === `${key} ${format}`}
                      aria-label={text.fetch(text.annexes[key], format)}
                      onPress={() => press(key, format)}
                    >
                      {format}
                    </Button>
                  ))}
                </Row>
              </Row>
            </li>
          ))}
        </Lines>
      </Stack>
    </Section>
  )
}
