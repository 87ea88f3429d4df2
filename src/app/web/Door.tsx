import { ContinuityDoor } from '#features/continuity/web/index.ts'
import { SignInPage } from '#features/signin/web/index.ts'
import { Shell, Stack } from '#kernel/ui/index.ts'
import { Panels } from '#kernel/web/index.ts'
import { Switches } from './Switches.tsx'
import { text } from './text.ts'

export { Lapsed } from '#features/signin/web/index.ts'

export const Door = () => (
  <Shell brand={text.product} nav={[]}>
    <ContinuityDoor>
      <SignInPage
        foot={
          <Stack gap={5}>
            <Panels slot="door" />
            <Switches />
          </Stack>
        }
      />
    </ContinuityDoor>
  </Shell>
)
