// Loads the snippets in a folder and does what each line asks: a snippet's name,
// "sign" or "verify", and claims or a token in base64. With "web" after the
// folder there is no Buffer, as in a runtime that has Web APIs alone.
import { Buffer } from 'node:buffer'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const [folder, web] = process.argv.slice(2)
if (web) {
  delete globalThis.Buffer
}

async function answer(name, action, text) {
  const { sign, verify } = await import(pathToFileURL(`${folder}/${name}.mjs`))
  return action === 'sign' ? sign(JSON.parse(text)) : JSON.stringify(await verify(text))
}

for await (const line of createInterface({ input: process.stdin })) {
  const [name, action, text] = line.split('\t')
  const [word, result] = await answer(name, action, Buffer.from(text, 'base64').toString())
    .then((done) => ['ok', done], (error) => ['error', String(error)])
  console.log(`${word}\t${Buffer.from(result).toString('base64')}`)
}
