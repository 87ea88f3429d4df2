import { useEffect, useRef, useState } from 'react'
import { readCode } from '#features/capture/rules.ts'
import { Button, Page, Stack, TextField } from '#kernel/ui/index.ts'
import { sentenceOf } from '#kernel/web/index.ts'
import { words } from '../phone-text.ts'
import { text } from '../text.ts'

/** A code in the address has been scanned: then nothing needs to be typed. */
export function JoinMeeting({
  code: scanned,
  join,
}: {
  code: string | undefined
  join: (code: string) => Promise<void>
}) {
  const [code, setCode] = useState(scanned ?? '')
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const isTried = useRef(false)
  const attempt = (typed: string) => {
    setBusy(true)
    setFault(undefined)
    void join(readCode(typed))
      .catch((problem) => setFault(sentenceOf(problem)))
      .finally(() => setBusy(false))
  }
  useEffect(() => {
    if (!scanned || isTried.current) return
    isTried.current = true
    attempt(scanned)
  })
  return (
    <Page title={text.meetings} lead={words.joinLead}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          attempt(code)
        }}
      >
        <Stack gap={4}>
          <TextField
            label={words.code}
            value={code}
            onChange={setCode}
            fault={fault}
            maxLength={12}
            autoComplete="off"
            autoFocus={!scanned}
          />
          <Button kind="primary" type="submit" isDisabled={isBusy || readCode(code).length < 6}>
            {isBusy ? words.joining : words.join}
          </Button>
        </Stack>
      </form>
    </Page>
  )
}
