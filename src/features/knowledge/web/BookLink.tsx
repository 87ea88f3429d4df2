import { TextLink } from '#kernel/ui/index.ts'
import { text } from './text.ts'

/** On every unit's page: where one asks why. */
export const BookLink = () => (
  <p>
    <TextLink href="/viden">{text.title}</TextLink>: {text.searchHint}
  </p>
)
