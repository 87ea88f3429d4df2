import { TextField } from '#kernel/ui/index.ts'
import { LEAST_PASSWORD } from '../rules.ts'
import { text } from './text.ts'

export type NewPassword = { password: string; again: string }
export const noPassword: NewPassword = { password: '', again: '' }

export const isReady = ({ password, again }: NewPassword): boolean =>
  password.length >= LEAST_PASSWORD && password === again

type Props = {
  value: NewPassword
  onChange: (value: NewPassword) => void
  isTried: boolean
  fault: string | undefined
  autoFocus?: boolean
}

/** Twice, so that a slip of the finger shuts nobody out. */
export function NewPasswordFields({ value, onChange, isTried, fault, autoFocus = false }: Props) {
  const { password, again } = value
  const isShort = isTried && password.length < LEAST_PASSWORD
  const secret = { type: 'password', autoComplete: 'new-password', maxLength: 200 } as const
  return (
    <>
      <TextField
        {...secret}
        label={text.newPassword}
        help={text.newPasswordHelp}
        value={password}
        onChange={(to) => onChange({ password: to, again })}
        fault={isShort ? text.passwordMissing : fault}
        autoFocus={autoFocus}
      />
      <TextField
        {...secret}
        label={text.newPasswordAgain}
        value={again}
        onChange={(to) => onChange({ password, again: to })}
        fault={isTried && !isShort && password !== again ? text.notTheSame : undefined}
      />
    </>
  )
}
