import { delimiter, join } from 'node:path'
import type { Command } from '../run.ts'

/** How a client in one language is made and used. All happens in a folder, below it `client`. */
export interface Language {
  readonly name: string
  /** Commands that succeed where its tools are installed. */
  readonly needs: readonly Command[]
  /** What openapi-generator is told beside the contract and the folder. */
  readonly generator: readonly string[]
  /** The program, in this folder here. */
  readonly program: string
  readonly build: readonly Command[]
  readonly run: Command
}

const goModule = 'github.com/mobieus/client'

export const languages: readonly Language[] = [
  {
    name: 'Python',
    needs: [['python3', '-m', 'venv', '--help']],
    generator: ['-g', 'python'],
    program: 'main.py',
    build: [
      ['python3', '-m', 'venv', 'venv'],
      [join('venv', 'bin', 'pip'), 'install', '--quiet', './client'],
    ],
    run: [join('venv', 'bin', 'python'), 'main.py'],
  },
  {
    name: 'Go',
    needs: [['go', 'version']],
    generator: ['-g', 'go', '--git-user-id', 'mobieus', '--git-repo-id', 'client'],
    program: 'main.go',
    build: [
      ['go', 'mod', 'init', 'example'],
      ['go', 'mod', 'edit', `-require=${goModule}@v0.0.0`, `-replace=${goModule}=./client`],
      ['go', 'build', '-mod=mod', '-o', 'main', '.'],
    ],
    run: ['./main'],
  },
  {
    name: 'Java',
    needs: [
      ['javac', '-version'],
      ['mvn', '--version'],
    ],
    generator: ['-g', 'java'],
    program: 'Main.java',
    build: [
      [
        'mvn',
        '--batch-mode',
        '--quiet',
        '--file=client',
        '-Dmaven.test.skip=true',
        '-Dmaven.javadoc.skip=true',
        'package',
      ],
    ],
    run: [
      'java',
      '-cp',
      [join('client', 'target', 'classes'), join('client', 'target', 'lib', '*')].join(delimiter),
      'Main.java',
    ],
  },
]
