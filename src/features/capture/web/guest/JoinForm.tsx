import { TextLink } from '#kernel/ui/index.ts'
import { text } from '../text.ts'
import { joinDay } from './guest.ts'
import { JoinByCode } from './JoinByCode.tsx'

export const JoinForm = ({ code }: { code?: string | undefined }) => (
  <JoinByCode
    title={text.joinTitle}
    lead={text.joinLead}
    words={{ code: text.joinCode, join: text.join, joining: text.joining }}
    scanned={code}
    length={4}
    join={joinDay}
  >
    <TextLink href="/seddel">{text.toFate}</TextLink>
  </JoinByCode>
)
