import fs from 'node:fs'
import path from 'node:path'
import { permissionMatrix } from '#app/permission-matrix.ts'

fs.writeFileSync(path.resolve(import.meta.dirname, '../../../docs/permissions.csv'), permissionMatrix())
