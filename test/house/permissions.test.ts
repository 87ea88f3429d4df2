import { expect, test } from 'vitest'
import { permissionMatrix } from '#app/permission-matrix.ts'
import { textOf } from './files.ts'

test('docs/permissions.csv is what the code permits, row by row, both ways', () => {
  expect(textOf('docs/permissions.csv').trim().split('\n'), 'run bin/node src/app/cli/permissions.ts').toEqual(
    permissionMatrix().trim().split('\n'),
  )
})
