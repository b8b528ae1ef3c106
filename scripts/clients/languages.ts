import { delimiter, join } from 'node:path'
import type { Command } from '../run.ts'

/**
 * The commands that make and use a client in one language. All of it happens in a folder, below it
 * `client`.
 */
export interface Language {
  readonly name: string
  /** Commands that succeed where its tools are installed. */
  readonly needs: readonly Command[]
  /** Makes the folder `client` of `../openapi.yaml`. */
  readonly generate: readonly Command[]
  /** The program, in this folder here. */
  readonly program: string
  /** Further files, by name. */
  readonly files?: Readonly<Record<string, string>>
  readonly build: readonly Command[]
  readonly run: Command
}

const repository = process.cwd()
const goModule = 'github.com/mobieus/client'

/** openapi-generator as anybody would call it; it looks for its version in the folder it is called in. */
const generator = (...options: string[]): Command => [
  join(repository, 'node_modules/.bin/openapi-generator-cli'),
  'generate',
  '--openapitools',
  join(repository, 'openapitools.json'),
  '-i',
  join('..', 'openapi.yaml'),
  '-o',
  'client',
  ...options,
]

const java = (name: string, ...options: string[]): Language => ({
  name,
  needs: [
    ['java', '-version'],
    ['javac', '-version'],
    ['mvn', '--version'],
  ],
  generate: [generator('-g', 'java', ...options)],
  program: name === 'java' ? 'Main.java' : 'Native.java',
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
    ...(name === 'java'
      ? []
      : [
          [
            'mvn',
            '--batch-mode',
            '--quiet',
            '--file=client',
            'dependency:copy-dependencies',
            '-DoutputDirectory=target/lib',
          ] as const,
        ]),
  ],
  run: [
    'java',
    '-cp',
    [join('client', 'target', 'classes'), join('client', 'target', 'lib', '*')].join(delimiter),
    name === 'java' ? 'Main.java' : 'Native.java',
  ],
})

/** A generator that is Go itself, and makes a package of the program's own module. */
const nativeGo = (name: string, program: string, ...generate: Command[]): Language => ({
  name,
  needs: [['go', 'version']],
  generate,
  program,
  build: [
    ['go', 'mod', 'init', 'example'],
    ['go', 'build', '-mod=mod', '-o', 'main', '.'],
  ],
  run: ['./main'],
})

const python = join('venv', 'bin', 'python')

export const languages: readonly Language[] = [
  {
    name: 'python',
    needs: [
      ['java', '-version'],
      ['python3', '-m', 'venv', '--help'],
    ],
    generate: [generator('-g', 'python')],
    program: 'main.py',
    build: [
      ['python3', '-m', 'venv', 'venv'],
      [python, '-m', 'pip', 'install', '--quiet', './client'],
    ],
    run: [python, 'main.py'],
  },
  {
    name: 'go',
    needs: [
      ['java', '-version'],
      ['go', 'version'],
    ],
    generate: [generator('-g', 'go', '--git-user-id', 'mobieus', '--git-repo-id', 'client')],
    program: 'main.go',
    build: [
      ['go', 'mod', 'init', 'example'],
      ['go', 'mod', 'edit', `-require=${goModule}@v0.0.0`, `-replace=${goModule}=./client`],
      ['go', 'build', '-mod=mod', '-o', 'main', '.'],
    ],
    run: ['./main'],
  },
  nativeGo(
    'oapi-codegen',
    'oapi.go',
    [process.execPath, '-e', "require('node:fs').mkdirSync('client')"],
    // With skip-prune, or it takes away what only webhooks refer to, and does not compile.
    [
      'go',
      'run',
      'github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2',
      '-package=client',
      '-generate=types,client,skip-prune',
      '-o=client/client.go',
      join('..', 'openapi.yaml'),
    ],
  ),
  nativeGo('ogen', 'ogen.go', [
    'go',
    'run',
    'github.com/ogen-go/ogen/cmd/ogen@v1.24.0',
    '--target=client',
    '--package=client',
    join('..', 'openapi.yaml'),
  ]),
  java('java'),
  java('java-native', '--additional-properties=library=native'),
  {
    name: 'rust',
    needs: [
      ['java', '-version'],
      ['cargo', '--version'],
    ],
    generate: [generator('-g', 'rust', '--additional-properties=packageName=mobieus')],
    program: 'main.rs',
    files: {
      // Without TLS, which a server on this machine has not and which takes a minute to build.
      'Cargo.toml': `[package]
name = "example"
version = "0.0.0"
edition = "2021"

[[bin]]
name = "example"
path = "main.rs"

[dependencies]
mobieus = { path = "client", default-features = false }
tokio = { version = "1", features = ["macros", "rt"] }

[profile.dev]
debug = false
`,
    },
    build: [['cargo', 'build', '--quiet', '-j', '2']],
    run: ['target/debug/example'],
  },
  {
    name: 'typescript-fetch',
    needs: [['java', '-version']],
    generate: [generator('-g', 'typescript-fetch')],
    program: 'main.ts',
    files: {
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          target: 'ES2022',
          module: 'ESNext',
          moduleResolution: 'Bundler',
          strict: true,
          noUncheckedIndexedAccess: true,
          noEmit: true,
          types: ['node'],
          typeRoots: [join(repository, 'node_modules/@types')],
          lib: ['ES2023', 'DOM'],
        },
        include: ['main.ts'],
      }),
    },
    build: [[process.execPath, join(repository, 'node_modules/typescript/bin/tsc')]],
    run: [
      process.execPath,
      '--import',
      join(repository, 'node_modules/tsx/dist/loader.mjs'),
      'main.ts',
    ],
  },
  {
    name: 'openapi-python-client',
    needs: [['python3', '-m', 'venv', '--help']],
    generate: [
      ['python3', '-m', 'venv', 'venv'],
      [python, '-m', 'pip', 'install', '--quiet', 'openapi-python-client==0.29.1'],
      [
        python,
        '-m',
        'openapi_python_client',
        'generate',
        '--path',
        join('..', 'openapi.yaml'),
        '--meta',
        'none',
        '--output-path',
        'client',
      ],
    ],
    program: 'typed.py',
    build: [[python, '-m', 'compileall', '-q', 'client']],
    run: [python, 'typed.py'],
  },
]
