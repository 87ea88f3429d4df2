import type { Instant } from '#kernel/lang/day.ts'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import styles from './SaveState.module.css'
import { text } from './text.ts'
import { timeWords } from './time.ts'

export type Saving =
  | { readonly kind: 'typing' }
  | { readonly kind: 'onDevice' | 'saved' | 'queued'; readonly at: Instant }
  | { readonly kind: 'failed'; readonly why: string; readonly retry?: () => void }

function wordsOf(state: Saving): string {
  if (state.kind === 'typing') return text.typing
  if (state.kind === 'failed') return `${text.notSaved}: ${state.why}`
  return text[state.kind](timeWords(state.at, true))
}

/** Where what you wrote is right now: `gemt på tabletten kl. 14.02.10`, then `gemt kl. 14.02.11`. */
export function SaveState({ state }: { state: Saving | undefined }) {
  const retry = state?.kind === 'failed' ? state.retry : undefined
  return (
    <span className={styles.state}>
      <span role="status" className={classes(styles.words, state && styles[state.kind])}>
        {state && wordsOf(state)}
      </span>
      {retry && (
        <Button kind="plain" onPress={retry}>
          {text.retry}
        </Button>
      )}
    </span>
  )
}
