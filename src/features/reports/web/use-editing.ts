import type { Id } from '#kernel/lang/id.ts'
import { announce } from '#kernel/ui/index.ts'
import { call, readAgain, useDraft, useWrite } from '#kernel/web/index.ts'
import { type Content, type Edited, type Report, reports, type Sentence } from '../contract.ts'
import { type Chosen, differences, merged, recommendsDiffer } from '../merge.ts'
import { whyNotWrite } from '../rules.ts'
import { text } from './text.ts'
import type { Begun, Typed } from './use-begun.ts'

const inSection = (content: Content, at: number, to: (sentences: Sentence[]) => Sentence[]): Content => ({
  ...content,
  sections: content.sections.map((section, index) =>
    index === at ? { ...section, sentences: to([...section.sentences]) } : section,
  ),
})

const put = (content: Content, at: number, sentence: Sentence): Content =>
  inSection(content, at, (all) =>
    all.some(({ id }) => id === sentence.id)
      ? all.map((one) => (one.id === sentence.id ? sentence : one))
      : [...all, sentence],
  )

const isChanged = ({ base, content }: Edited): boolean =>
  differences({ base, content }, base).length > 0 || recommendsDiffer({ base, content }, base) !== undefined

/** With the sentence that stands open: it is mine as well, when it says anything. */
const whole = (edited: Edited): Edited =>
  edited.open?.sentence.text.trim()
    ? { ...edited, content: put(edited.content, edited.open.at, edited.open.sentence) }
    : edited

const useKept = (report: Report, begun: Begun) =>
  useDraft<Typed | null>({
    id: begun.id,
    initial: { content: begun.typed, revision: begun.revision },
    save: async (typed, revision, options) => {
      const { edited } = typed!
      return (await call(reports.keepEditing, { id: begun.id, reportId: report.id, edited, revision }, options)).savedAt
    },
  })

/** How what is typed is changed: begun on the report as it stands, when nothing was. */
function changes(report: Report, change: ReturnType<typeof useKept>['change']) {
  const onReport = { version: report.version, base: report.content, content: report.content, open: null }
  const set = (to: (edited: Edited) => Edited) =>
    change((before) => {
      const begun = before && (before.edited.version === report.version || isChanged(whole(before.edited)))
      return { reportId: report.id, edited: to(begun ? before.edited : onReport) }
    })
  return {
    open: (at: number, sentence: Sentence) => set((edited) => ({ ...edited, open: { at, sentence } })),
    close: () => set((edited) => ({ ...edited, open: null })),
    put: (at: number, sentence: Sentence) =>
      set((edited) => ({ ...edited, content: put(edited.content, at, sentence), open: null })),
    remove: (at: number, id: Id) =>
      set((edited) => ({
        ...edited,
        content: inSection(edited.content, at, (all) => all.filter((one) => one.id !== id)),
      })),
    recommend: (recommends: Content['recommends']) =>
      set((edited) => ({ ...edited, content: { ...edited.content, recommends } })),
    /** Goes on from what stands now, with what was chosen. */
    resolve: (chosen: Chosen) =>
      set((edited) => ({ ...onReport, content: merged(whole(edited), report.content, chosen) })),
  }
}

type Editable = { report: Report; begun: Begun; anew: (saved?: Begun['saved']) => void }

/** What the worker has changed and not saved yet: kept on the device and the server as it is typed, until it stands in the report. */
export function useEditing({ report, begun, anew }: Editable) {
  const drafting = useKept(report, begun)
  const sender = useWrite(reports.save, { onDone: () => announce(text.saved) })
  const edited = drafting.content?.edited
  const isMine = edited !== undefined && isChanged(whole(edited))
  const isSettling = begun.saved !== undefined && begun.saved.version > report.version
  const stands = isSettling ? begun.saved!.content : report.content
  const content = isMine ? edited.content : stands
  const save = async () => {
    await drafting.hold()
    const { id, version, toName } = report
    const done = await sender.run({ id, version, toName, content, editingId: begun.id })
    if (!done) {
      drafting.resume()
      return readAgain(['reports'])
    }
    await drafting.drop()
    anew({ version: done.version, content })
  }
  const discard = async () => {
    await drafting.drop()
    await call(reports.dropEditing, { id: begun.id }).catch(() => undefined)
    anew()
  }
  return {
    content,
    openIn: (at: number) => (edited?.open?.at === at ? edited.open.sentence : undefined),
    mayEdit: report.permitted.includes('write') && !whyNotWrite(report) && !isSettling,
    isChanged: isMine || isSettling,
    /** Mine, held against a report that others have changed since. */
    clash: isMine && edited.version !== report.version ? whole(edited) : undefined,
    saving: drafting.saving,
    isBusy: sender.isBusy || isSettling,
    problemText: sender.problemText,
    ...changes(report, drafting.change),
    save: () => void save(),
    discard: () => void discard(),
  }
}
export type Editing = ReturnType<typeof useEditing>
