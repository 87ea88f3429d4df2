import { useEffect, useRef, useState } from 'react'
import { Button, Page, Stack, TextField, TextLink } from '#kernel/ui/index.ts'
import { sentenceOf } from '#kernel/web/index.ts'
import { readCode } from '../../rules.ts'
import { text } from '../text.ts'
import { joinDay } from './guest.ts'

/** A code in the address has been scanned: then nothing needs to be typed. */
export function JoinForm({ code: scanned }: { code?: string | undefined }) {
  const [code, setCode] = useState(scanned ?? '')
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const isTried = useRef(false)
  const join = async (typed: string) => {
    setBusy(true)
    setFault(undefined)
    await joinDay(readCode(typed)).catch((problem) => setFault(sentenceOf(problem)))
    setBusy(false)
  }
  useEffect(() => {
    if (!scanned || isTried.current) return
    isTried.current = true
    void join(scanned)
  })
  return (
    <Page title={text.joinTitle} lead={text.joinLead}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void join(code)
        }}
      >
        <Stack gap={4}>
          <TextField
            label={text.joinCode}
            value={code}
            onChange={setCode}
            fault={fault}
            maxLength={12}
            autoComplete="off"
            autoFocus={!scanned}
          />
          <Button kind="primary" type="submit" isDisabled={isBusy || readCode(code).length < 4}>
            {isBusy ? text.joining : text.join}
          </Button>
          <TextLink href="/seddel">{text.toFate}</TextLink>
        </Stack>
      </form>
    </Page>
  )
}
