import { Button, buttonClass, DayText, Lines, Notice, Row, Section, Stack, Terms, Warning } from '#kernel/ui/index.ts'
import type { Pack, PackCitizen } from '../contract.ts'
import { PackThread } from './PackThread.tsx'
import { text } from './text.ts'

type Props = { pack: Pack; citizen: PackCitizen; onWrite: () => void; onBack: () => void }

/** One citizen: warnings first, then whom to call, then the last 48 hours along the thread. */
export function PackCitizenPage({ pack, citizen, onWrite, onBack }: Props) {
  return (
    <Section title={citizen.fullName} actions={<Button onPress={onBack}>{text.back}</Button>}>
      <Stack gap={5}>
        {citizen.identityProtected && <Notice tone="attention">{text.isProtected}</Notice>}
        {citizen.warnings.map((warning) => (
          <Warning key={warning.id}>{warning.text}</Warning>
        ))}
        <Facts citizen={citizen} />
        <Row gap={2}>
          <Button kind="primary" onPress={onWrite}>
            {text.writeAbout(citizen.calledName)}
          </Button>
        </Row>
        <Contacts citizen={citizen} />
        <Section title={text.lately}>
          <PackThread notes={pack.notes.filter(({ citizenId }) => citizenId === citizen.id)} />
        </Section>
      </Stack>
    </Section>
  )
}

const Facts = ({ citizen: { room, bornOn, phone, about } }: { citizen: PackCitizen }) => (
  <Terms
    items={[
      { term: text.room, value: room },
      { term: text.born, value: bornOn && <DayText day={bornOn} /> },
      { term: text.phone, value: phone && <Phone phone={phone} /> },
      { term: text.about, value: about },
    ]}
  />
)

const Phone = ({ phone }: { phone: string }) => (
  <a className={buttonClass('plain')} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
    {phone}
  </a>
)

function Contacts({ citizen: { contacts } }: { citizen: PackCitizen }) {
  return (
    <Section title={text.contacts}>
      {contacts.length === 0 ? (
        <p>{text.noContacts}</p>
      ) : (
        <Lines>
          {contacts.map(({ id, kind, name, relation, phone, note }) => (
            <li key={id}>
              <Row gap={3}>
                <span>
                  {name} · {relation ?? text.contactKinds[kind]}
                </span>
                {phone && <Phone phone={phone} />}
                {note && <span>{note}</span>}
              </Row>
            </li>
          ))}
        </Lines>
      )}
    </Section>
  )
}
