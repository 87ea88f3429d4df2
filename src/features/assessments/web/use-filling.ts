import { useState } from 'react'
import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { announce } from '#kernel/ui/index.ts'
import { call, useDispatch, useDraft, useWrite } from '#kernel/web/index.ts'
import { assessments, type Form, type Given } from '../contract.ts'
import { whyNotsAnswer } from '../rules.ts'
import { faultWords } from './fault-words.ts'
import type { Value } from './field-props.ts'
import { text } from './text.ts'

/** What is being filled in, and where it stood when this page was opened. */
export type Filling = {
  answerId: Id
  citizenId: Id
  unitId: Id
  form: Form
  initial: { given: Given; answeredOn: Day }
  revision: number
}
type Content = Filling['initial']

const without = (given: Given, key: string): Given =>
  Object.fromEntries(Object.entries(given).filter(([one]) => one !== key))
const put = (given: Given, key: string, value: Value): Given =>
  value === undefined ? without(given, key) : { ...given, [key]: value }

const aboutOf = ({ answerId, citizenId, unitId, form }: Filling) => ({
  id: answerId,
  citizenId,
  unitId,
  formKey: form.key,
  formVersion: form.version,
})

const useKept = (filling: Filling) =>
  useDraft<Content>({
    id: filling.answerId,
    initial: { content: filling.initial, revision: filling.revision },
    save: async (content, revision, options) =>
      (await call(assessments.saveDraft, { ...aboutOf(filling), ...content, revision }, options)).savedAt,
  })

/** Which fields may say what is wrong: those that have been left, and all of them once somebody has tried to sign. */
function useFaults(form: Form, given: Given) {
  const [left, setLeft] = useState<readonly string[]>([])
  const [tries, setTries] = useState(0)
  const all = whyNotsAnswer(form, given, true)
  const wrong = whyNotsAnswer(form, given, false)
  const reasonFor = (key: string) =>
    (tries > 0 ? all : left.includes(key) ? wrong : []).find(({ field }) => field === `given.${key}`)
  return {
    all,
    tries,
    tried: () => setTries((count) => count + 1),
    leave: (key: string) => setLeft((before) => (before.includes(key) ? before : [...before, key])),
    faultOf: (key: string) => {
      const why = reasonFor(key)
      return why && faultWords(why)
    },
  }
}

/** One form being filled in: kept on the device and the server as it is typed, signed when all stands. */
export function useFilling(filling: Filling, onDone: (how: 'signed' | 'queued' | 'discarded') => void) {
  const drafting = useKept(filling)
  const { given, answeredOn } = drafting.content
  const faults = useFaults(filling.form, given)
  const sender = useDispatch(assessments.save, { label: () => filling.form.title })
  const thrower = useWrite(assessments.discardDraft)
  const sign = async () => {
    faults.tried()
    if (faults.all.length > 0) return
    await drafting.hold()
    const done = await sender.run({ ...aboutOf(filling), version: null, given, answeredOn, sign: true })
    if (!done) return drafting.resume()
    await drafting.drop()
    announce(done.state === 'queued' ? text.queued : text.signed)
    onDone(done.state === 'queued' ? 'queued' : 'signed')
  }
  const discard = async () => {
    await drafting.drop()
    await thrower.run({ id: filling.answerId })
    onDone('discarded')
  }
  const { reset } = sender
  const set = (key: string, value: Value) => {
    reset()
    drafting.change((before) => ({ ...before, given: put(before.given, key, value) }))
  }
  const setDay = (day: Day | null) => day && drafting.change((before) => ({ ...before, answeredOn: day }))
  return {
    given,
    answeredOn,
    set,
    setDay,
    sign,
    discard,
    faults,
    sender,
    saving: drafting.saving,
    flush: drafting.flush,
  }
}
export type FillingDesk = ReturnType<typeof useFilling>
