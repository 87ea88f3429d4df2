import { Button } from '#kernel/ui/index.ts'
import { text } from './text.ts'

export const PrintButton = () => <Button onPress={() => print()}>{text.print}</Button>
