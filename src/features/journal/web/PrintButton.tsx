import { Button } from '#kernel/ui/index.ts'
import { text } from './text.ts'

export const PrintButton = () => (
  <Button kind="plain" onPress={() => print()}>
    {text.print}
  </Button>
)
