import { useState } from 'react'
import { type Id, newId } from '#kernel/lang/id.ts'
import { language } from '#kernel/lang/text.ts'
import { announce } from '#kernel/ui/index.ts'
import { call, Told, useAddress, useDraft, useWrite } from '#kernel/web/index.ts'
import { assessments, type Made, type Sketch } from '../contract.ts'
import { formOf, sketchOf } from '../sketching.ts'
import { text } from './text.ts'

/** What the sketch begins as: mine where it was left, or else what is published. */
function begunFrom({ sketch, published }: Made, freshId: Id) {
  if (sketch) return { id: sketch.id, content: sketch.content, revision: sketch.revision }
  return { id: freshId, content: sketchOf(published!, published!), revision: 0 }
}

/** A form being made: kept as it is made, published as the next version when all stands. */
export function useSketch(made: Made) {
  const [freshId] = useState(newId)
  const [begun] = useState(() => begunFrom(made, freshId))
  const { go } = useAddress()
  const drafting = useDraft<Sketch>({
    id: begun.id,
    initial: { content: begun.content, revision: begun.revision },
    save: async (content, revision, options) =>
      (await call(assessments.saveSketch, { id: begun.id, content, revision }, options)).savedAt,
  })
  const sender = useWrite(assessments.makeForm)
  const thrower = useWrite(assessments.discardSketch)
  const version = (made.published?.version ?? 0) + 1
  const publish = async () => {
    await drafting.hold()
    const done = await sender.run({ id: begun.id, form: formOf(drafting.content, version) })
    if (!done) return drafting.resume()
    await drafting.drop()
    announce(text.published)
    go('/skemaer')
  }
  const discard = async () => {
    await drafting.drop()
    await thrower.run({ id: begun.id })
    go('/skemaer')
  }
  const change = (to: (before: Sketch) => Sketch) => {
    sender.reset()
    drafting.change(to)
  }
  return {
    sketch: drafting.content,
    change,
    publish,
    discard,
    version,
    sender,
    saving: drafting.saving,
    isSketch: made.sketch !== null,
  }
}
export type SketchDesk = ReturnType<typeof useSketch>

/** What the server found wrong, each with the words of the field it is about. */
export function faultsIn({ problem, problemText }: SketchDesk['sender'], { fields }: Sketch): string[] {
  if (!(problem instanceof Told) || problem.faults.length === 0) return problemText ? [problemText] : []
  return problem.faults.map((fault) => {
    const said = (fault as unknown as Record<string, string>)[language()] ?? problemText ?? ''
    const at = /^form\.fields\.(\d+)/.exec(fault.field)?.[1]
    const label = at === undefined ? undefined : fields[Number(at)]?.label || text.unnamed
    return label === undefined ? said : text.fieldWrong(label, said)
  })
}
