import http from 'node:http'
import pg from 'pg'
import { numbered, thinStatements } from './thin-statements.ts'

/**
 * The least server that still does the whole job of each request: token looked up, right, work and trail in one named
 * statement under the tenant's own role. A bar to hold the product against, not a product: it validates nothing but types.
 */
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: '-c TimeZone=UTC -c plan_cache_mode=force_generic_plan -c jit=off',
})
pool.on('error', (error) => process.stderr.write(`${error.message}\n`))

const works = new Map(
  Object.values(thinStatements).map((statement) => [
    `/${statement.name}`,
    { name: statement.name, ...numbered(statement) },
  ]),
)

async function answer(request: http.IncomingMessage): Promise<{ status: number; json: string }> {
  const work = works.get(request.url ?? '')
  const token = request.headers.authorization?.slice('Bearer '.length)
  if (!work || !token) return { status: 404, json: '{}' }
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk
  const given = { ...JSON.parse(body), token } as Record<string, unknown>
  const values = work.names.map((name) => given[name])
  if (values.some((value) => typeof value !== 'string')) return { status: 400, json: '{}' }
  const { rows } = await pool.query<{ may: boolean; json: string }>({ name: work.name, text: work.text, values })
  return rows[0]?.may ? { status: 200, json: rows[0].json } : { status: 404, json: '{}' }
}

const server = http.createServer(async (request, response) => {
  const { status, json } = await answer(request).catch((error: Error) => {
    process.stderr.write(`${error.message}\n`)
    return { status: 500, json: '{}' }
  })
  const body = Buffer.from(json)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': body.length,
  })
  response.end(body)
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { port: number }
  process.stdout.write(`ready http://127.0.0.1:${port}\n`)
})
