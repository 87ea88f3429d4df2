import { JoinByCode } from '#features/capture/web/index.ts'
import { words } from '../phone-text.ts'
import { text } from '../text.ts'

type JoinProps = { code: string | undefined; join: (code: string) => Promise<void> }

export const JoinMeeting = ({ code, join }: JoinProps) => (
  <JoinByCode title={text.meetings} lead={words.joinLead} words={words} scanned={code} length={6} join={join} />
)
