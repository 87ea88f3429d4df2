import { TabLinks } from '#kernel/ui/index.ts'
import { text } from './text.ts'

/** For everybody: what came to me, and where I may ask. */
export const MySides = ({ side }: { side: 'messages' | 'meetings' }) => (
  <TabLinks
    label={text.messagesAndMeetings}
    items={[
      { href: '/beskeder', label: text.title, isCurrent: side === 'messages' },
      { href: '/moeder', label: text.meetings, isCurrent: side === 'meetings' },
    ]}
  />
)
