import { useState } from 'react'
import { citizens } from '#features/citizens/contract.ts'
import { type CardForm, emptyForm, fieldsOf, numberFault } from '#features/citizens/web/index.ts'
import type { MyUnit } from '#features/org/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { announce, useToday } from '#kernel/ui/index.ts'
import { useAddress, useWrite } from '#kernel/web/index.ts'
import { stays } from '../contract.ts'
import { newStay, type StayForm } from './StayFields.tsx'
import { text } from './text.ts'

/** First the card, then the stay. Should the stay be refused, the card stands, and only the stay is asked for again. */
export function useRegistration(unit: MyUnit) {
  const { go } = useAddress()
  const today = useToday()
  const [citizenId] = useState(newId)
  const [stayId] = useState(newId)
  const [form, setForm] = useState(emptyForm)
  const [number, setNumber] = useState('')
  const [stay, setStay] = useState(() => newStay(unit, today))
  const [isRegistered, setRegistered] = useState(false)
  const [fault, setFault] = useState<string>()
  const register = useWrite(citizens.register, { touches: ['journal', 'stays'] })
  const open = useWrite(stays.open, { touches: ['citizens', 'journal'] })

  const registerFirst = async (): Promise<boolean> => {
    const wrong = numberFault(number)
    setFault(wrong)
    if (wrong) return false
    const id = citizenId
    return Boolean(await register.run({ id, unitId: unit.id, number: number.trim() || null, ...fieldsOf(form) }))
  }
  const save = async () => {
    if (!isRegistered && !(await registerFirst())) return
    setRegistered(true)
    if (!(await open.run({ id: stayId, citizenId, unitId: unit.id, ...stay }))) return
    announce(text.saved)
    go(`/borger/${citizenId}`)
  }
  return {
    ...{ citizenId, form, number, setNumber, stay, register, open, isRegistered, save, numberFault: fault },
    set: (part: Partial<CardForm>) => setForm((before) => ({ ...before, ...part })),
    setStay: (part: Partial<StayForm>) => setStay((before) => ({ ...before, ...part })),
  }
}
