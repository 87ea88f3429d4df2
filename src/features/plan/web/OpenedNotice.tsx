import { Notice } from '#kernel/ui/index.ts'
import type { Opened } from '../contract.ts'
import { text } from './text.ts'

/** What finishing one has opened for, and whose that is. */
export const OpenedNotice = ({ opened }: { opened: readonly Opened[] | undefined }) =>
  opened && (
    <Notice tone="ok" title={opened.length > 0 ? text.opened : text.openedNothing}>
      {opened.length > 0 && (
        <ul>
          {opened.map(({ id, title, unitName, ownerName }) => (
            <li key={id}>{text.openedOne(title, unitName, ownerName)}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
