import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { type Fault, fill } from '#kernel/lang/problem.ts'
import { language } from '#kernel/lang/text.ts'
import { FileField, FormDialog, Lines, Notice, Stack, TextField } from '#kernel/ui/index.ts'
import { Told, useWrite } from '#kernel/web/index.ts'
import { exchange, type Received } from '../contract.ts'
import type { FhirFault } from '../fhir/check.ts'
import { sentenceOf } from '../fhir/sentences.ts'
import { exchangeProblems } from '../problems.ts'
import { text } from './text.ts'

type Chosen = { name: string; content: Uint8Array }
type Note = Received['notes'][number]

const sentences: Readonly<Record<string, { da: string; en: string }>> = exchangeProblems
export const noteWords = ({ code, facts }: Note): string => fill(sentences[code]?.[language()] ?? code, facts)

/** A message that came as a file: checked at once, and what became of it said. */
export function ReceiveDialog({ onClose }: { onClose: () => void }) {
  const [id] = useState(newId)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [unit, setUnit] = useState('')
  const [notes, setNotes] = useState<readonly Note[]>()
  const sender = useWrite(exchange.receive, {
    touches: ['orders', 'citizens'],
    onDone: (answer) => setNotes(answer.notes),
  })
  const choose = async (file: File) => setChosen({ name: file.name, content: new Uint8Array(await file.arrayBuffer()) })
  const send = () =>
    void sender.run({
      ...{ id, unit: unit.trim() || null },
      ...{ fileName: chosen?.name ?? '', content: chosen?.content ?? new Uint8Array() },
    })
  const isTaken = notes !== undefined
  return (
    <FormDialog
      title={text.receive}
      verb={isTaken ? text.close : text.takeIn}
      sender={sender}
      onSave={isTaken ? onClose : send}
      onClose={onClose}
    >
      {isTaken ? (
        <Taken notes={notes} />
      ) : (
        <>
          <FileField
            label={text.file}
            help={text.receiveHelp}
            verb={text.chooseFile}
            accept={['application/json', '.json']}
            chosen={chosen}
            onChoose={(file) => void choose(file)}
            fault={chosen ? undefined : sender.faultOf('fileName') && text.chooseFirst}
          />
          <TextField
            label={text.unit}
            help={text.unitHelp}
            isOptional
            value={unit}
            onChange={setUnit}
            maxLength={200}
          />
          <Faults problem={sender.problem} />
        </>
      )}
    </FormDialog>
  )
}

const Taken = ({ notes }: { notes: readonly Note[] }) => (
  <Notice tone="ok" title={text.taken}>
    <Stack gap={1}>
      {notes.map((note) => (
        <p key={note.code}>{noteWords(note)}</p>
      ))}
    </Stack>
  </Notice>
)

/** What a fault says of the message, as somebody would say it. */
function faultWords({ facts = {} }: Fault): string {
  const { kind, resource, place, about } = facts as Record<string, string>
  const fault = { kind, resourceType: resource, place, about, resourceId: undefined, follows: false } as FhirFault
  return sentenceOf(fault)[language()]
}

/** Each fault of the message in a sentence, with the place it stands. */
function Faults({ problem }: { problem: unknown }) {
  if (!(problem instanceof Told)) return null
  const told = problem.faults.filter(({ code }) => code === 'exchange.fault')
  if (told.length === 0) return null
  return (
    <Lines label={text.faults}>
      {told.map((fault) => (
        <li key={`${fault.field} ${JSON.stringify(fault.facts)}`}>{faultWords(fault)}</li>
      ))}
    </Lines>
  )
}
