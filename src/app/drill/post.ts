import http from 'node:http'

export type Answer = {
  /** 0: no answer came; what was asked may or may not have happened. */
  status: number
  retryAfter: string | undefined
  body: Record<string, unknown>
  ms: number
}
export type Question = { token?: string; body: unknown; key?: string; agent?: http.Agent | undefined; ms?: number }

const none: Answer = { status: 0, retryAfter: undefined, body: {}, ms: 0 }

/** A call over HTTP that never throws. Without an answer in `ms` (20 s) it is given up. */
export function post(base: string, name: string, { token, body, key, agent, ms = 20_000 }: Question): Promise<Answer> {
  const began = performance.now()
  const text = JSON.stringify(body)
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(key ? { 'idempotency-key': key } : {}),
  }
  return new Promise((answered) => {
    const cut = () => answered({ ...none, ms: performance.now() - began })
    const request = http.request(`${base}/api/${name}`, { method: 'POST', headers, agent, timeout: ms }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', cut)
      response.on('aborted', cut)
      response.on('end', () => answered(answerOf(response, Buffer.concat(parts), performance.now() - began)))
    })
    request.on('error', cut)
    request.on('timeout', () => request.destroy())
    request.end(text)
  })
}

function answerOf({ statusCode = 0, headers }: http.IncomingMessage, bytes: Buffer, ms: number): Answer {
  const retryAfter = headers['retry-after']
  try {
    return { status: statusCode, retryAfter, body: JSON.parse(bytes.toString('utf8')), ms }
  } catch {
    return { status: statusCode, retryAfter, body: {}, ms }
  }
}
