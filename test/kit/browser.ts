import { hashPassword } from '#kernel/server/passwords.ts'
import { sql } from '#kernel/server/sql.ts'
import type { Answered, Served } from './server.ts'
import type { Person, World } from './world.ts'

/** A browser of its own: keeps cookies as a browser would, follows nothing by itself. */
export class Browser {
  readonly #served: Served
  readonly #jar = new Map<string, string>()
  readonly #headers: Record<string, string>

  constructor(served: Served, headers: Record<string, string> = {}) {
    this.#served = served
    this.#headers = headers
  }

  get url(): string {
    return this.#served.url
  }

  cookie(name: string): string | undefined {
    return this.#jar.get(name)
  }

  plant(name: string, value: string): void {
    this.#jar.set(name, value)
  }

  async #send(address: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...this.#headers, ...(init.headers as Record<string, string>), ...(cookie && { cookie }) }
    const answer = await fetch(new URL(address, this.#served.url), { redirect: 'manual', ...init, headers })
    for (const line of answer.headers.getSetCookie()) this.#take(line)
    return answer
  }

  #take(line: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
    if (value === '' || /Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(line)) this.#jar.delete(name!)
    else this.#jar.set(name!, decodeURIComponent(value!))
  }

  /** A call as the app makes it. */
  async call(name: string, body: unknown = {}): Promise<Answered> {
    const answer = await this.#send(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(body),
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown>, headers: answer.headers }
  }

  get(address: string): Promise<Response> {
    return this.#send(address, {})
  }

  /** A form on another house's page posts to us: cookies of ours stay at home. */
  async postedFromElsewhere(address: string, form: Record<string, string>): Promise<Response> {
    const answer = await fetch(new URL(address, this.#served.url), {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://idp.example',
        'sec-fetch-site': 'cross-site',
      },
      body: new URLSearchParams(form),
    })
    return answer
  }
}

/** Somebody who has chosen a password of their own. */
export async function withPassword(
  world: World,
  person: Pick<Person, 'id'>,
  userName: string,
  password: string,
): Promise<void> {
  await world.db.run(sql`update org.employee set user_name = ${userName}, password_hash = ${await hashPassword(password)}
    where tenant_id = kernel.here() and id = ${person.id}`)
}
