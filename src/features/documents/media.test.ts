import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleFiles } from '#kit/files.ts'
import { MAX_FILE_BYTES, mediaTypeOf, whyNotFile, whyNotNamed } from './media.ts'

describe('a file is what its octets say', () => {
  test.each(['pdf', 'docx', 'xlsx', 'odt', 'png', 'jpg', 'webp', 'heic', 'txt', 'csv'] as const)(
    'a true .%s is taken in',
    (kind) => {
      expect(whyNotFile(`Plan for Åse.${kind.toUpperCase()}`, sampleFiles[kind])).toBeUndefined()
    },
  )

  const kinds = ['pdf', 'docx', 'xlsx', 'odt', 'png', 'jpg', 'webp', 'heic'] as const
  test('and under another name it is refused, whichever of them', () => {
    for (const named of kinds)
      for (const is of [...kinds, 'html', 'svg', 'exe', 'txt'] as const)
        if (named !== is)
          expect([named, is, whyNotFile(`fil.${named}`, sampleFiles[is])?.code]).toEqual([
            named,
            is,
            'documents.not-what-it-says',
          ])
  })

  test.each(['html', 'svg', 'exe', 'zip', 'js', 'docx.exe', '', 'constructor'])(
    'the ending .%s is not taken in at all',
    (ending) => {
      expect(whyNotFile(`fil.${ending}`, sampleFiles.html)?.code).toBe('documents.kind-unknown')
    },
  )

  test('macros are refused under their own name and under another', () => {
    expect(whyNotFile('skema.docm', sampleFiles.docm)?.code).toBe('documents.macros')
    expect(whyNotFile('skema.docx', sampleFiles.docm)?.code).toBe('documents.macros')
  })

  test('a name that hides what it is is refused', () => {
    for (const name of [
      '../../etc/passwd.txt',
      'a\\b.txt',
      'faktura\u202Excod.txt',
      'a\u0000.pdf',
      'a\r\nSet-Cookie: x.txt',
    ])
      expect([name, whyNotNamed(name, 1)?.code]).toEqual([name, 'documents.name-unusable'])
  })

  test('size has an end at both ends', () => {
    expect(whyNotNamed('a.txt', 0)?.code).toBe('documents.empty')
    expect(whyNotNamed('a.txt', MAX_FILE_BYTES)).toBeUndefined()
    expect(whyNotNamed('a.txt', MAX_FILE_BYTES + 1)?.code).toBe('documents.too-big')
  })

  test('whatever is sent, the answer is a yes to a kind on the list or a reason, and never a fault', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('pdf', 'docx', 'odt', 'txt', 'heic'),
        fc.uint8Array(),
        (stem, ending, rest) => {
          const name = `${stem}.${ending}`
          const zipped = new Uint8Array([0x50, 0x4b, 3, 4, ...rest])
          for (const bytes of [rest, zipped]) {
            const why = whyNotFile(name, bytes)
            if (!why) expect(mediaTypeOf(name)).toMatch(/^(application|text|image)\//)
          }
        },
      ),
    )
  })
})
