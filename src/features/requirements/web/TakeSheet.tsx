import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { language } from '#kernel/lang/text.ts'
import { announce, Button, FileField, FormDialog, Mark, Stack, Table } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { MOST_SHEET_LETTERS, requirements, type SheetTold } from '../contract.ts'
import { text } from './text.ts'

/** Requirements that are kept in a spreadsheet already: looked at first, then taken in as drafts. */
export function TakeSheet({ specId }: { specId: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {text.takeSheet}
      </Button>
      {isOpen && <SheetDialog specId={specId} onClose={() => setOpen(false)} />}
    </>
  )
}

type Chosen = { readonly name: string; readonly content: string }

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let letters = ''
  for (let at = 0; at < bytes.length; at += 0x8000) letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(letters)
}

const isTooBig = ({ size }: File): boolean => size * 4 > MOST_SHEET_LETTERS * 3

function SheetDialog({ specId, onClose }: { specId: string; onClose: () => void }) {
  const [chosen, setChosen] = useState<Chosen>()
  const [told, setTold] = useState<SheetTold>()
  const [fault, setFault] = useState<string>()
  const sender = useWrite(requirements.takeSheet, { onDone: setTold, touches: ['thread'] })
  const mayStore = told !== undefined && !told.stored && told.faults.length === 0 && told.fresh > 0
  const choose = async (file: File) => {
    setTold(undefined)
    setFault(isTooBig(file) ? text.sheetTooBig : undefined)
    setChosen(isTooBig(file) ? undefined : { name: file.name, content: await base64Of(file) })
  }
  const send = () => {
    if (!chosen) return setFault(text.chooseSheet)
    if (told?.stored) return onClose()
    if (mayStore) announce(text.sheetDone(told.fresh))
    void sender.run({ id: newId(), specId, content: chosen.content, store: mayStore })
  }
  return (
    <FormDialog
      title={text.takeSheet}
      verb={told?.stored ? text.close : mayStore ? text.sheetStore(told.fresh) : text.sheetLook}
      sender={sender}
      onSave={send}
      onClose={onClose}
    >
      <FileField
        label={text.sheetFile}
        help={text.sheetHelp}
        verb={text.chooseSheet}
        accept={['.xlsx', '.csv', '.txt']}
        chosen={chosen ?? null}
        onChoose={(file) => void choose(file)}
        fault={fault ?? sender.faultOf('content')}
      />
      {told && <Told told={told} />}
    </FormDialog>
  )
}

function Told({ told }: { told: SheetTold }) {
  const { count, fresh, same, rows, unknown, faults, stored } = told
  return (
    <Stack gap={3}>
      {stored && <Mark tone="ok">{text.sheetDone(fresh)}</Mark>}
      <p>
        {text.sheetFound(count, rows)}. {text.sheetFresh(fresh, same)}.
      </p>
      {unknown.length > 0 && <p>{text.sheetUnknown(unknown.join(', '))}</p>}
      {faults.length > 0 && (
        <>
          <Mark tone="attention">{text.sheetFaults(faults.length)}</Mark>
          <Table
            caption={text.sheetFaults(faults.length)}
            rows={faults}
            rowKey={({ line, column, da }) => `${line} ${column} ${da}`}
            columns={[
              { head: text.line, cell: ({ line }) => line, isNumber: true },
              { head: text.column, cell: ({ column }) => column ?? '' },
              { head: text.wrong, cell: (one) => one[language()] },
            ]}
          />
        </>
      )}
    </Stack>
  )
}
