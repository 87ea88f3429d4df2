import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Carried, Read } from '#kernel/lang/contract.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { type Ground, perform } from './run.ts'
import { dbOn } from './sql.ts'
import type { By, QueryDefinition, UseCase } from './use-case.ts'

export const MOST_OCTETS = 20 * 1024 * 1024
const MOST_LINE = 65_536
/** Bodies held in memory at a time; the next waits for its turn and tries again. */
const AT_A_TIME = 6

/** Who calls, on what ground. @throws Problem when nobody is signed in, or the call comes from another site. */
export type Admit = (request: FastifyRequest) => Promise<{ by: By; ground: Ground; key: string | undefined }>

/** The input is one line of JSON; the octets of the file follow it. So its name stands in no address and no header. */
function inputOf(body: unknown): Record<string, unknown> {
  const octets = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
  const end = octets.subarray(0, MOST_LINE).indexOf(10)
  try {
    const said = JSON.parse(octets.toString('utf8', 0, Math.max(end, 0))) as Record<string, unknown>
    return { ...said, content: octets.subarray(end + 1) }
  } catch {
    throw new Problem('bad-input', 'kernel.not-json')
  }
}

/** Nobody's octets are read before it is known who they are. */
export async function uploads(app: FastifyInstance, useCases: readonly UseCase[], admit: Admit): Promise<void> {
  let held = 0
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    await admit(request)
    if (held >= AT_A_TIME) throw new Problem('busy', 'kernel.busy')
    held++
    reply.raw.once('close', () => held--)
  }
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    const options = { parseAs: 'buffer', bodyLimit: MOST_OCTETS + MOST_LINE } as const
    scope.addContentTypeParser('application/octet-stream', options, (_, body, done) => done(null, body))
    for (const useCase of useCases)
      scope.post(
        `/api/${useCase.contract.name}`,
        { onRequest, bodyLimit: options.bodyLimit },
        async (request, reply) => {
          const { by, ground, key } = await admit(request)
          reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-store')
          return perform({ ground, useCase, input: inputOf(request.body), by, key })
        },
      )
  })
}

/** RFC 6266: a name that old programs can read, and the true one. No sign of either can end the header. */
function dispositionOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\w. -]/g, '_')
  const coded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`
}

/** Part by part out of the database, as fast as they are taken: a large file costs no more memory than a small one. */
async function* partsOf({ pool }: Ground, useCase: UseCase, answer: Carried): AsyncGenerator<Buffer> {
  const { part } = useCase.definition as QueryDefinition<Read>
  for (let number = 0; number < answer.parts; number++) {
    const row = await dbOn(pool).one<{ content: Buffer }>(part!(answer, number))
    if (!row) throw new Error('A part of the file is missing')
    yield row.content
  }
}

/** What is fetched is kept as a file, never shown in our own name: whatever stands in it can run nothing here. */
export function downloads(app: FastifyInstance, useCases: readonly UseCase[], admit: Admit): void {
  for (const useCase of useCases)
    app.post(`/api/${useCase.contract.name}`, async (request, reply) => {
      const { by, ground, key } = await admit(request)
      const answer = JSON.parse(await perform({ ground, useCase, input: request.body ?? {}, by, key })) as Carried
      reply
        .header('content-type', answer.mediaType)
        .header('content-length', answer.sizeBytes)
        .header('content-disposition', dispositionOf(answer.name))
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'no-store')
      return reply.send(Readable.from(partsOf(ground, useCase, answer)))
    })
}
