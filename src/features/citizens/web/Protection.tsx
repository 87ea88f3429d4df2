import { Mark } from '#kernel/ui/index.ts'
import { text } from './text.ts'

type Protected = { readonly identityProtected: boolean; readonly hiddenStay: boolean }

/** Stands beside the name wherever a citizen is named: who reads it aloud or on the telephone must know. */
export const Protection = ({ of: { identityProtected, hiddenStay } }: { of: Protected }) => (
  <>
    {identityProtected && <Mark tone="violet">{text.identityProtected}</Mark>}
    {hiddenStay && <Mark tone="violet">{text.hiddenStay}</Mark>}
  </>
)

/** Where there is room for one word. */
export const ProtectedMark = () => <Mark tone="violet">{text.protectedShort}</Mark>
