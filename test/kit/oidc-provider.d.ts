/** The package brings no types; what the tests use of it. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  export type Configuration = Record<string, unknown> & {
    interactions: { url(context: unknown, interaction: { uid: string }): string }
    findAccount(context: unknown, sub: string): { accountId: string; claims(): Promise<object> }
  }
  type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> }
  type Interaction = {
    prompt: { name: string }
    grantId?: string
    session?: { accountId: string }
    params: Record<string, unknown>
  }
  export default class Provider {
    constructor(issuer: string, configuration: Configuration)
    callback(): (request: IncomingMessage, reply: ServerResponse) => Promise<void>
    interactionDetails(request: IncomingMessage, reply: ServerResponse): Promise<Interaction>
    interactionFinished(
      request: IncomingMessage,
      reply: ServerResponse,
      result: object,
      options: { mergeWithLastSubmission: boolean },
    ): Promise<void>
    Grant: { new (given: { accountId: string; clientId: string }): Grant; find(id: string): Promise<Grant | undefined> }
  }
}
