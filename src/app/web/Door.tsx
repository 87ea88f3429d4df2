import { ContinuityDoor } from '#features/continuity/web/index.ts'
import { SignInPage } from '#features/org/web/index.ts'
import { Shell } from '#kernel/ui/index.ts'
import { Switches } from './PersonMenu.tsx'
import { text } from './text.ts'

export { SignInAgain } from '#features/org/web/index.ts'

export const Door = () => (
  <Shell brand={text.product} nav={[]}>
    <ContinuityDoor>
      <SignInPage foot={<Switches />} />
    </ContinuityDoor>
  </Shell>
)
