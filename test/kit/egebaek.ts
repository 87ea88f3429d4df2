import fs from 'node:fs'
import path from 'node:path'
import { test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const places = [process.env.RT_EGEBAEK, '../shared/demo/egebaek.json', '../../shared/demo/egebaek.json']
const found = places.map((place) => place && path.resolve(root, place)).find((file) => file && fs.existsSync(file))
if (!found) process.stdout.write('  LEFT OUT: the Egebæk file is not here (RT_EGEBAEK), so its case is not loaded\n')

/** The invented municipality's rollout file belongs to the demo, not to the product: where it is missing, its tests are left out, and say so. */
export const withEgebaek = test.skipIf(!found)
export const hasEgebaek = found !== undefined
export const readEgebaek = (): unknown => JSON.parse(fs.readFileSync(found!, 'utf8'))
