import { Notice, RadioRow, Stack, TextField } from '#kernel/ui/index.ts'
import type { Request } from '../contract.ts'
import { text } from './text.ts'

export type Where = { goesAlong: boolean; why: string }
export const whereLeftOut: Where = { goesAlong: false, why: '' }

type Props = {
  requester: Request['requester']
  value: Where
  onChange: (where: Where) => void
  fault: string | undefined
}

/** Whether a copy tells where somebody protected is to be found: left out, until somebody says why not. */
export function WhereChoice({ requester, value, onChange, fault }: Props) {
  return (
    <Stack gap={4}>
      <Notice tone="attention" title={text.isProtected}>
        <p>{requester === 'citizen' ? text.isProtectedLead : text.isProtectedFor(text.requesters[requester])}</p>
      </Notice>
      <RadioRow
        label={text.whereChoice}
        choices={(['leave', 'along'] as const).map((id) => ({ id, label: text.whereChoices[id] }))}
        value={value.goesAlong ? 'along' : 'leave'}
        onChange={(choice) => onChange({ ...value, goesAlong: choice === 'along' })}
      />
      {value.goesAlong && (
        <TextField
          label={text.whereWhy}
          help={text.whereWhyHelp}
          maxLength={300}
          value={value.why}
          onChange={(why) => onChange({ ...value, why })}
          fault={fault}
        />
      )}
    </Stack>
  )
}
