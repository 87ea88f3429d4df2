import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { Button, Dialog, FormDialog, RadioRow, TextField, timeWords } from '#kernel/ui/index.ts'
import { call, useWrite } from '#kernel/web/index.ts'
import { signin } from '../contract.ts'
import styles from './AddFactor.module.css'
import { words } from './pages-text.ts'

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LENGTH = 10

/** Made here and told to nobody but the tablet; the server keeps its hash. 32 letters, so no letter is likelier than another. */
const newCode = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(LENGTH)), (byte) => LETTERS[byte % LETTERS.length]).join('')

type Made = { code: string; until: string } | 'here'
type Props = { unit: { id: string }; onClose: () => void }

export function PairDialog({ unit, onClose }: Props) {
  const [name, setName] = useState('')
  const [where, setWhere] = useState<'here' | 'elsewhere'>('here')
  const [isTried, setTried] = useState(false)
  const [made, setMade] = useState<Made>()
  const sender = useWrite(signin.pairDevice)
  const save = async () => {
    setTried(true)
    if (!name.trim()) return
    const code = newCode()
    const paired = await sender.run({ id: newId(), unitId: unit.id, name, code })
    if (!paired) return
    if (where === 'here') await call(signin.claimDevice, { code })
    setMade(where === 'here' ? 'here' : { code, until: paired.codeUntil })
  }
  if (made) return <Done made={made} onClose={onClose} />
  return (
    <FormDialog title={words.pair} verb={words.pair} sender={sender} onSave={() => void save()} onClose={onClose}>
      <TextField
        label={words.pairName}
        help={words.pairNameHelp}
        value={name}
        onChange={setName}
        maxLength={60}
        fault={isTried && !name.trim() ? words.pairNameMissing : undefined}
        autoFocus
      />
      <RadioRow
        label={words.pairWhich}
        choices={[
          { id: 'here', label: words.pairHere },
          { id: 'elsewhere', label: words.pairElsewhere },
        ]}
        value={where}
        onChange={setWhere}
      />
    </FormDialog>
  )
}

function Done({ made, onClose }: { made: Made; onClose: () => void }) {
  const act = (
    <Button kind="primary" onPress={onClose}>
      {words.close}
    </Button>
  )
  if (made === 'here')
    return (
      <Dialog isOpen onClose={onClose} title={words.pair} actions={act}>
        <p>{words.pairedHere}</p>
      </Dialog>
    )
  return (
    <Dialog isOpen isSticky onClose={onClose} title={words.pairCodeTitle} actions={act}>
      <p>{words.pairCodeWords}</p>
      <p className={styles.secret}>{made.code.replace(/(.{5})/, '$1 ')}</p>
      <p>{words.pairCodeUntil(timeWords(made.until))}</p>
    </Dialog>
  )
}
