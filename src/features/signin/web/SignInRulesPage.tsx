import { useState } from 'react'
import {
  Button,
  Columns,
  Lines,
  Page,
  Row,
  Section,
  Show,
  Stack,
  shortDayWords,
  Terms,
  TextLink,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Policy, type Provider, signin } from '../contract.ts'
import { PolicyDialog } from './PolicyDialog.tsx'
import { ProviderDialog } from './ProviderDialog.tsx'
import { words } from './pages-text.ts'
import { text } from './text.ts'

/** What a sign-in must be, and which other houses are believed. */
export function SignInRulesPage() {
  const policy = useRead(signin.policy, {})
  return (
    <Page title={words.rulesTitle} lead={<TextLink href="/administration">{text.administration}</TextLink>}>
      <Columns>
        <Show of={policy} isEmpty={() => false} lines={8}>
          {({ now, coming, permitted }) => (
            <Stack gap={6}>
              <Rules now={now} coming={coming} mayDecide={permitted.includes('decide')} />
              <Providers />
            </Stack>
          )}
        </Show>
      </Columns>
    </Page>
  )
}

type RulesProps = { now: Policy; coming: readonly Policy[]; mayDecide: boolean }

function Rules({ now, coming, mayDecide }: RulesProps) {
  const today = useToday()
  const [isOpen, setOpen] = useState(false)
  return (
    <Section
      title={words.rules}
      actions={mayDecide && <Button onPress={() => setOpen(true)}>{words.rulesChange}</Button>}
    >
      <RuleTerms policy={now} />
      {coming.map((policy) => (
        <Section key={policy.validFrom} title={words.comingFrom(shortDayWords(policy.validFrom, today))}>
          <RuleTerms policy={policy} />
        </Section>
      ))}
      {isOpen && <PolicyDialog now={now} onClose={() => setOpen(false)} />}
    </Section>
  )
}

const RuleTerms = ({ policy: { secondFactor, leastAssurance, lockMinutes, fullHours } }: { policy: Policy }) => (
  <Terms
    items={[
      { term: words.secondFactor, value: words.secondFactors[secondFactor] },
      { term: words.leastAssurance, value: words.assurances[leastAssurance] },
      { term: words.lockMinutes, value: lockMinutes },
      { term: words.fullHours, value: fullHours },
    ]}
  />
)

function Providers() {
  const providers = useRead(signin.providers, {})
  const [open, setOpen] = useState<Provider | 'new'>()
  return (
    <Section title={words.providers} actions={<Button onPress={() => setOpen('new')}>{words.addProvider}</Button>}>
      <Stack gap={3}>
        <p>{words.providersWords}</p>
        <Show of={providers} empty={words.noProviders}>
          {(all) => (
            <Lines>
              {all.map((provider) => (
                <li key={provider.id}>
                  <ProviderLine provider={provider} onEdit={() => setOpen(provider)} />
                </li>
              ))}
            </Lines>
          )}
        </Show>
      </Stack>
      {open && <ProviderDialog provider={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}

function ProviderLine({
  provider: { id, label, setup, closedOn },
  onEdit,
}: {
  provider: Provider
  onEdit: () => void
}) {
  const ours = `${location.origin}/api/sso/${id}`
  const addresses =
    setup.kind === 'oidc'
      ? [{ term: words.redirect, value: `${ours}/callback` }]
      : [
          { term: words.metadata, value: `${ours}/metadata` },
          { term: words.acs, value: `${ours}/acs` },
        ]
  return (
    <Stack gap={2}>
      <Row apart>
        <Stack gap={1}>
          <strong>{label}</strong>
          <span>{[words.kinds[setup.kind], closedOn ? words.closed : words.isOpen].join(' · ')}</span>
        </Stack>
        <Button onPress={onEdit}>{words.editProvider}</Button>
      </Row>
      <Terms items={addresses} />
    </Stack>
  )
}
