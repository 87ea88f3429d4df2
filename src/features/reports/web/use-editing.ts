import { useState } from 'react'
import { announce } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Content, type Report, reports, type Sentence } from '../contract.ts'
import { whyNotWrite } from '../rules.ts'
import { text } from './text.ts'

/** What the worker has changed and not saved yet. */
export function useEditing(report: Report) {
  const [content, setContent] = useState<Content>(report.content)
  const sender = useWrite(reports.save, { onDone: () => announce(text.saved) })
  const inSection = (at: number, to: (sentences: Sentence[]) => Sentence[]) =>
    setContent((before) => ({
      ...before,
      sections: before.sections.map((section, index) =>
        index === at ? { ...section, sentences: to([...section.sentences]) } : section,
      ),
    }))
  return {
    content,
    mayEdit: report.permitted.includes('write') && !whyNotWrite(report),
    isChanged: content !== report.content,
    isBusy: sender.isBusy,
    problemText: sender.problemText,
    put: (at: number, sentence: Sentence) =>
      inSection(at, (all) =>
        all.some(({ id }) => id === sentence.id)
          ? all.map((one) => (one.id === sentence.id ? sentence : one))
          : [...all, sentence],
      ),
    remove: (at: number, id: string) => inSection(at, (all) => all.filter((one) => one.id !== id)),
    recommend: (recommends: Content['recommends']) => setContent((before) => ({ ...before, recommends })),
    save: () => void sender.run({ id: report.id, version: report.version, toName: report.toName, content }),
  }
}
export type Editing = ReturnType<typeof useEditing>
