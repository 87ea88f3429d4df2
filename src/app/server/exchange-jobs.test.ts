import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/lang/id.ts'
import { readConfig } from '#kernel/server/config.ts'
import { posting } from './exchange-jobs.ts'

const heard: string[] = []
const servers: http.Server[] = []
let gateway: string

const listening = (answer: http.RequestListener): Promise<string> => {
  const server = http.createServer(answer)
  servers.push(server)
  return new Promise((open) => {
    server.listen(0, '127.0.0.1', () => open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`))
  })
}

beforeAll(async () => {
  const elsewhere = await listening((request, response) => {
    heard.push(request.url!)
    response.end()
  })
  gateway = await listening((_, response) => response.writeHead(307, { location: elsewhere }).end())
})
afterAll(() => Promise.all(servers.map((server) => server.close())))

test('a gateway that points elsewhere is answered with what it said; nothing about a citizen goes to the other address', async () => {
  const status = await posting(gateway)({ id: newId(), content: '{"resourceType":"Bundle"}' })
  expect([status, heard]).toEqual([307, []])
})

test('reports leave the house only over https, or to the machine itself', () => {
  const at = (RT_GATEWAY_URL: string) => () => readConfig({ RT_GATEWAY_URL })
  expect(at('http://gateway.example/fhir')).toThrow(/RT_GATEWAY_URL/)
  expect(at('http://localhost.example/fhir')).toThrow(/RT_GATEWAY_URL/)
  expect(at('https://gateway.example/fhir')).not.toThrow()
  expect(at('http://127.0.0.1:9000/fhir')).not.toThrow()
})
