import path from 'node:path'

/** The folder of approved files. */
export const FILES = 'files'

const NAME_LENGTH = 150

/**
 * A name as it may be offered for saving. It has no path, no control characters, no marks that turn the
 * direction of writing around, and no dots or blanks at its ends. Its extension survives shortening.
 */
export function safeName(name: string): string {
  const base = (name.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const extension = path.extname(base).slice(0, 20)
  const stem = base.slice(0, base.length - path.extname(base).length)
  const short = [...stem].slice(0, NAME_LENGTH - extension.length).join('')
  return `${short}${extension}` || 'file'
}

/** Types of what a machine runs as it stands. */
const PROGRAMS = new Set([
  'application/java-archive',
  'application/java-vm',
  'application/vnd.android.package-archive',
  'application/wasm',
  'application/x-deb',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-msdownload',
  'application/x-rpm',
  'application/x.ms.shortcut',
])

/** Names of files that a system runs when they are opened, whatever the bytes are. */
const RUN_BY_NAME =
  /\.(?:apk|bat|cmd|com|cpl|exe|hta|jar|jse|lnk|msi|msp|pif|scf|scr|vbe|vbs|wsf|wsh)$/i

/** Whether a file is a program: by what its bytes are, or by a name that a system runs. */
export const isProgram = (mime: string, name: string): boolean =>
  PROGRAMS.has(mime) || RUN_BY_NAME.test(name)
