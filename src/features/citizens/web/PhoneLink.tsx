import { buttonClass } from '#kernel/ui/index.ts'
import { text } from './text.ts'

/** Rings from a phone, and is a number to read elsewhere. */
export const PhoneLink = ({ phone }: { phone: string }) => (
  <a className={buttonClass('plain')} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
    {text.call(phone)}
  </a>
)
