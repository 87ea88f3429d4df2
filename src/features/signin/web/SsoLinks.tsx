import { LinkButton, Stack } from '#kernel/ui/index.ts'

/** Out to the municipality's own sign-in, and back to this very page. */
export function SsoLinks({ ways }: { ways: readonly { id: string; label: string }[] }) {
  if (ways.length === 0) return null
  const here = location.pathname === '/' ? '/' : location.pathname + location.search
  return (
    <Stack gap={2}>
      {ways.map(({ id, label }) => (
        <LinkButton key={id} kind="primary" href={`/api/sso/${id}/start?til=${encodeURIComponent(here)}`}>
          {label}
        </LinkButton>
      ))}
    </Stack>
  )
}
