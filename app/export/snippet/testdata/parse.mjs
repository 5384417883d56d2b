// Parses the files that standard input names, a line each: a grammar, a tab and
// a path. Prints what is wrong, or nothing.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Language, Parser } from 'web-tree-sitter'

await Parser.init()
const parser = new Parser()

for await (const line of createInterface({ input: process.stdin })) {
  const [grammar, path] = line.split('\t')
  parser.setLanguage(await Language.load(grammar))
  const { rootNode } = parser.parse(readFileSync(path, 'utf8'))
  if (rootNode.hasError) {
    const wrong = rootNode.descendantsOfType('ERROR')[0] ?? rootNode
    console.log(`${path}: line ${wrong.startPosition.row + 1}`)
  }
}
