import { randomUUID } from 'node:crypto'
import net from 'node:net'
import { type Drill, times, type Verdict, verdict } from './drill.ts'
import { type Installation, install } from './installation.ts'
import { post } from './post.ts'
import { correctionOf, noteOf } from './writers.ts'

type Line = { base: string; close(): void }

/** A network that carries every question to the server and loses every answer. */
function losingLine(to: string): Promise<Line> {
  const port = Number(new URL(to).port)
  const server = net.createServer((client) => {
    const product = net.connect(port, '127.0.0.1')
    client.pipe(product)
    // The first byte of the answer says that the change is committed.
    product.once('data', () => client.resetAndDestroy())
    for (const socket of [client, product]) socket.on('error', () => undefined).on('close', () => product.destroy())
  })
  return new Promise((open) =>
    server.listen(0, '127.0.0.1', () => {
      const { port: own } = server.address() as net.AddressInfo
      open({ base: `http://127.0.0.1:${own}`, close: () => server.close() })
    }),
  )
}

type Asked = { name: string; body: { id: string }; again: 'same key' | 'new key' }
type Found = { answered: boolean; cut: boolean; otherBody: number }

/** Asked once over the losing line, again twice at once over a good one, and once more with another body. */
async function lose({ product, municipality }: Installation, line: Line, { name, body, again }: Asked): Promise<Found> {
  const { token } = municipality.leaders[0]!
  const key = randomUUID()
  const lost = await post(line.base, name, { token, body, key })
  const fresh = again === 'new key'
  const second = fresh ? { body: { ...body, id: randomUUID() }, key: randomUUID() } : { body, key }
  const answers = await Promise.all(times(fresh ? 1 : 2, () => post(product.base, name, { token, ...second })))
  const other = await post(product.base, name, { token, body: { ...body, text: 'Noget andet.' }, key })
  return {
    cut: lost.status === 0,
    answered: answers.every(({ status, body: said }) => status === 200 && said.id === second.body.id),
    otherBody: other.status,
  }
}

async function rounds(place: Installation, count: number, again: Asked['again']): Promise<Verdict> {
  const line = await losingLine(place.product.base)
  const found: Found[] = []
  const marks: string[] = []
  try {
    for (let n = 0; n < count; n++) {
      const note = noteOf(place.municipality.leaders[0]!)
      marks.push(note.text.split(' ')[0]!)
      found.push(await lose(place, line, { name: 'journal.write', body: note, again }))
      if (again === 'new key') continue
      const correction = correctionOf(note)
      marks.push(correction.text.split(' ')[0]!)
      found.push(await lose(place, line, { name: 'journal.correct', body: correction, again }))
    }
  } finally {
    line.close()
  }
  return judge(place, marks, found)
}

async function judge(place: Installation, marks: string[], found: Found[]): Promise<Verdict> {
  const { rows } = await place.asOwner((owner) =>
    owner.query<{ copies: number }>(
      `select (select count(*) from journal.note where text like mark || '%')::int
        + (select count(*) from journal.correction where text like mark || '%')::int as copies from unnest($1::text[]) mark`,
      [marks],
    ),
  )
  return verdict(
    {
      missing: rows.filter(({ copies }) => copies === 0).length,
      doubled: rows.filter(({ copies }) => copies > 1).length,
      'answers that came through': found.filter(({ cut }) => !cut).length,
      'retries with another answer': found.filter(({ answered }) => !answered).length,
      'other bodies let in': found.filter(({ otherBody }) => otherBody !== 422).length,
    },
    { 'answers dropped': found.length },
  )
}

export const droppedAnswer: Drill = {
  name: 'dropped-answer',
  what: 'the answer is lost after the commit; asked again with the same key, twice at once; then with another body',
  control: 'asked again with a new key: notes are doubled',
  async run({ loops }) {
    const place = await install('dropped-answer', { database: 'beside' })
    try {
      const drill = await rounds(place, loops * 10, 'same key')
      return { drill, control: await rounds(place, 3, 'new key') }
    } finally {
      await place.close()
    }
  },
}
