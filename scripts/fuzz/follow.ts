import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Runs a program in a folder, with our output; answers whether it ended well. */
export async function follow(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<boolean> {
  const [code] = await once(spawn(program, args, { stdio: 'inherit', ...options }), 'exit')
  return code === 0
}
