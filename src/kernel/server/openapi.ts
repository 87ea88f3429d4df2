import { z } from 'zod'
import type { AnyEndpoint } from '#kernel/lang/contract.ts'
import { statusOf } from '#kernel/lang/problem.ts'
import type { UseCase } from './use-case.ts'

const problem = z.object({
  kind: z.enum(Object.keys(statusOf) as [string, ...string[]]),
  code: z.string(),
  da: z.string(),
  en: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  faults: z.array(z.object({ field: z.string(), code: z.string(), da: z.string(), en: z.string() })),
})

const schemaOf = (type: z.ZodType, io: 'input' | 'output') => {
  const { $schema, ...schema } = z.toJSONSchema(type, { io, target: 'draft-2020-12', unrepresentable: 'any' })
  return schema
}
const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const octets = { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }
/** An upload is one line of JSON and then the octets, which stand as `content` in the schema of the line. */
const bodyOf = ({ carries, input }: AnyEndpoint) =>
  carries === 'up'
    ? {
        description: 'One line of JSON as in x-line, without `content`; a line feed; the octets of the file.',
        content: {
          'application/octet-stream': {
            schema: octets.content['application/octet-stream'].schema,
            'x-line': schemaOf(input, 'input'),
          },
        },
      }
    : json(schemaOf(input, 'input'))
const key = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', maxLength: 100 },
  description: 'One for each thing a person wanted done. The same key again gets the first answer and changes nothing.',
}
const refusals = [400, 401, 403, 404, 409, 422, 429, 500, 503]

function operation({ contract, gate, kind }: UseCase) {
  const changes = kind === 'command' || kind === 'statement'
  return {
    operationId: contract.name,
    tags: [contract.name.split('.')[0]],
    description: `${changes ? 'Changes' : 'Reads'}. Roles: ${gate.right.roles.join(', ')}.`,
    ...(changes ? { parameters: [key] } : {}),
    ...(kind === 'door' ? { security: [] } : {}),
    requestBody: { required: true, ...bodyOf(contract) },
    responses: {
      200: {
        description: 'Done.',
        ...(contract.carries === 'down' ? octets : json(schemaOf(contract.output, 'output'))),
      },
      ...Object.fromEntries(refusals.map((status) => [status, { $ref: '#/components/responses/Problem' }])),
    },
  }
}

/** OpenAPI 3.1, read off the use cases. */
export function openApi(useCases: readonly UseCase[]) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rød Tråd',
      version: '1',
      description:
        'Every call is a POST with a JSON body, so that no name, number or search word stands in an address or a log.',
    },
    security: [{ session: [] }],
    paths: Object.fromEntries(
      useCases.map((useCase) => [`/api/${useCase.contract.name}`, { post: operation(useCase) }]),
    ),
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'rt_session' } },
      responses: {
        Problem: { description: 'What went wrong, in Danish and English.', ...json(schemaOf(problem, 'output')) },
      },
    },
  }
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const pretty = (type: z.ZodType, io: 'input' | 'output') => escaped(JSON.stringify(schemaOf(type, io), null, 2))

/** The same for reading. */
export function docsPage(useCases: readonly UseCase[]): string {
  const rows = useCases.map(
    ({ contract, gate, kind }) => `<section><h2><code>POST /api/${contract.name}</code></h2>
<p>${kind === 'query' ? 'Reads' : kind === 'door' ? 'Open to those not signed in' : 'Changes'}. Roles: ${escaped(gate.right.roles.join(', '))}.</p>
<details><summary>Input</summary><pre>${pretty(contract.input, 'input')}</pre></details>
<details><summary>Output</summary><pre>${pretty(contract.output, 'output')}</pre></details></section>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Rød Tråd: API</title></head>
<body><main><h1>Rød Tråd: API</h1><p>Machine-readable: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).</p>${rows.join('\n')}</main></body></html>`
}
