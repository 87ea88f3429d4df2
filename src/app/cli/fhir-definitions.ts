import fs from 'node:fs'
import path from 'node:path'
import { compactDefinitions } from '#app/fhir/compact.ts'

/** Restates the published guides in `src/features/exchange/fhir/definitions.gen.json`: bin/node src/app/cli/fhir-definitions.ts FOLDER */
const folder = process.argv[2]
if (!folder) throw new Error('Say which folder holds the packages: bin/node src/app/cli/fhir-definitions.ts FOLDER')
const target = path.resolve(import.meta.dirname, '../../features/exchange/fhir/definitions.gen.json')
fs.writeFileSync(target, compactDefinitions(folder))
process.stdout.write(`${target}\n`)
