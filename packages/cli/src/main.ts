import { run } from './run.ts'

const { env, stdin: input } = process
const print = (text: string) => console.log(text)

process.exitCode = await run(process.argv.slice(2), { env, input, print }, (sentence, error) => {
  console.error(sentence)
  if (env.DEBUG && error) console.error(error)
})
