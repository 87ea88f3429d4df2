import { Menu } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { capture, type Theme } from '../../contract.ts'
import { text } from '../text.ts'

/** Its number is the key that lays a slip in it. */
export function ThemeHead({ theme, number }: { theme: Theme; number: number }) {
  const remover = useWrite(capture.removeTheme)
  return (
    <>
      {number}. {theme.name}{' '}
      <Menu
        label=""
        items={[{ id: 'remove', label: text.removeTheme, onAct: () => void remover.run({ id: theme.id }) }]}
      />
    </>
  )
}
