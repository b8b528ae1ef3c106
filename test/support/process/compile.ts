import ts from 'typescript'

/**
 * The compiler's errors of files, by file name: of those given, which need not be on the disk, and of
 * others that are.
 */
export function errorsOf(
  files: Readonly<Record<string, string>>,
  others: readonly string[] = [],
): Record<string, string> {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    customConditions: ['mobieus'],
    strict: true,
    noUncheckedIndexedAccess: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
  }
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile } = host
  host.fileExists = (name) => name in files || fileExists(name)
  host.readFile = (name) => files[name] ?? readFile(name)
  const names = [...Object.keys(files), ...others]
  const program = ts.createProgram(names, options, host)
  return Object.fromEntries(
    names.map((name) => [
      name,
      program
        .getSemanticDiagnostics(program.getSourceFile(name))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
        .join('\n'),
    ]),
  )
}
