import ts from 'typescript'
import { expect, test } from 'vitest'
import { filesBelow, textOf } from './files.ts'

type Named = { name: string; file: string; lines: number; page: boolean }

/** Lines of a node that hold code: blank lines and comments do not count against anyone. */
function codeLines(node: ts.Node, source: ts.SourceFile): number {
  const text = node.getText(source).replace(/\/\*[\s\S]*?\*\//g, '')
  return text.split('\n').filter((line) => line.trim() && !line.trim().startsWith('//')).length
}

function functionsOf(file: string): Named[] {
  const source = ts.createSourceFile(
    file,
    textOf(file),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
  const found: Named[] = []
  const visit = (node: ts.Node): void => {
    const named = nameOf(node)
    if (named)
      found.push({
        name: named,
        file,
        lines: codeLines(node, source),
        page: file.endsWith('.tsx') && /Page$/.test(named),
      })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function nameOf(node: ts.Node): string | undefined {
  if ((ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && node.body) return node.name?.getText()
  if (
    ts.isVariableDeclaration(node) &&
    node.initializer &&
    (ts.isArrowFunction(node.initializer) || ts.isFunctionExpression(node.initializer))
  )
    return node.name.getText()
  return undefined
}

const files = filesBelow('src', /\.(ts|tsx)$/).filter((file) => !/\.test\.ts$|\.gen\.ts$|\/gallery\//.test(file))
const all = files.flatMap(functionsOf)
const at = (share: number) => all.map(({ lines }) => lines).sort((a, b) => a - b)[Math.floor(all.length * share)]!

test('functions stay small: median at most 9 lines, 90th percentile at most 30', () => {
  process.stdout.write(
    `  ${all.length} named functions in ${files.length} files: median ${at(0.5)}, 90th percentile ${at(0.9)}, longest ${at(0.99999)} lines\n`,
  )
  expect(all.length).toBeGreaterThan(200)
  expect(at(0.5)).toBeLessThanOrEqual(9)
  expect(at(0.9)).toBeLessThanOrEqual(30)
})

test('no function is above 60 lines, no page above 80', () => {
  const tooLong = all.filter(({ lines, page }) => lines > (page ? 80 : 60))
  expect(tooLong.map(({ name, file, lines }) => `${file}: ${name} has ${lines}`)).toEqual([])
})
