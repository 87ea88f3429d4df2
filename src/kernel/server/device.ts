/** Keys worked out from the one secret, by purpose. */
export type Secret = (purpose: string) => Buffer

/** What a door may know of the browser at the other end, and do to its cookies. */
export type Device = {
  signIn(token: string): void
  signOut(): void
  cookie(name: string): string | undefined
  /** Keeps a cookie that no script can read, on this host only. */
  keep(name: string, value: string, seconds: number): void
  drop(name: string): void
  demo: boolean
  tenantName: string
  secret: Secret
  address: string
  /** How the browser reaches us: `https://care.hedeby.dk`. */
  origin: string
  /** Browser and system in words, `Chrome, Android`; never more of what it says of itself. */
  browser: string
}
