import { useState } from 'react'
import { Button, FormDialog, Lines, Row, Section, Stack } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Card, type Contact, citizens } from '../contract.ts'
import { ContactDialog } from './ContactDialog.tsx'
import { PhoneLink } from './PhoneLink.tsx'
import { text } from './text.ts'

/** Those around the citizen, and how to reach them. */
export function Contacts({ card }: { card: Card }) {
  const [isOpen, setOpen] = useState(false)
  const [ended, end] = useState<Contact>()
  const mayKeep = card.permitted.includes('contact')
  return (
    <Section
      title={text.contacts}
      actions={mayKeep && <Button onPress={() => setOpen(true)}>{text.addContact}</Button>}
    >
      {card.contacts.length === 0 && <p>{text.noContacts}</p>}
      <Lines label={text.contacts}>
        {card.contacts.map((contact) => (
          <li key={contact.id}>
            <ContactLine contact={contact} onEnd={mayKeep ? () => end(contact) : undefined} />
          </li>
        ))}
      </Lines>
      {isOpen && <ContactDialog citizenId={card.id} onClose={() => setOpen(false)} />}
      {ended && <EndContact contact={ended} onClose={() => end(undefined)} />}
    </Section>
  )
}

type LineProps = { contact: Contact; onEnd: (() => void) | undefined }

function ContactLine({ contact, onEnd }: LineProps) {
  const { kind, name, relation, phone, note } = contact
  return (
    <Row apart gap={2}>
      <Stack gap={1}>
        <strong>{name}</strong>
        <span>{[relation || text.contactKinds[kind], note].filter(Boolean).join(' · ')}</span>
      </Stack>
      <Row gap={2}>
        {phone && <PhoneLink phone={phone} />}
        {onEnd && (
          <Button kind="plain" aria-label={text.endContactOf(name)} onPress={onEnd}>
            {text.endContact}
          </Button>
        )}
      </Row>
    </Row>
  )
}

function EndContact({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const sender = useWrite(citizens.endContact, { onDone: onClose })
  const save = () => void sender.run({ id: contact.id, version: contact.version })
  return (
    <FormDialog
      title={text.endContactTitle(contact.name)}
      verb={text.endContact}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      <p>{text.endContactHelp}</p>
    </FormDialog>
  )
}
