import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { refusal } from '../support/http/refusal.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { openShare, type Share } from '../support/http/share.ts'

/**
 * The type of a file follows from its bytes; programs alone are refused, and only where an area takes
 * none.
 */

let platform: Platform
let share: Share
beforeAll(async () => {
  platform = await startPlatform()
  share = await openShare(platform)
})
afterAll(() => platform.close())

const bytesOf = (text: string) => Buffer.from(text, 'latin1')
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')
const utf16be = (text: string) => utf16(text).swap16()
const filled = (begin: string) => Buffer.concat([bytesOf(begin), Buffer.alloc(300)])

const page = '<!doctype html><script>alert(1)</script>'
const elf = filled('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0>\0\x01\0\0\0')
const exe = filled('MZ\x90\0\x03')
const png = filled('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01')
const gif = filled('GIF89a\x01\0\x01\0')
const jpeg = filled('\xff\xd8\xff\xe0\0\x10JFIF\0')
const zip = filled('PK\x03\x04\x14\0\0\0\0\0')
const OCTETS = 'application/octet-stream'
const nes = filled('NES\x1a\x02\x01')

type Given = string | Uint8Array

describe('accepted anywhere, and recorded as what the bytes are', () => {
  test.each<[name: string, bytes: Given, mime: string, declared?: string]>([
    // Text, whatever it begins with.
    ['README.md', '<h1 align="center">Stella</h1>\n\nAn emulator.\n', 'text/plain'],
    ['README.md', '<p align="center"><img src="logo.png"></p>', 'text/plain'],
    ['README.md', '<!-- badges -->\n# Stella', 'text/plain'],
    ['notes.txt', '<section><script>alert(1)</script></section>', 'text/plain'],
    ['part.html', '<div>One part of a page</div>', 'text/plain'],
    ['deploy.sh', '#!/bin/sh\nset -e\n', 'text/plain'],
    ['readme.txt', '#!/bin/sh\nset -e\n', 'text/plain', 'text/plain'],
    ['tool.py', '#!/usr/bin/env python3\nprint(1)\n', 'text/plain'],
    ['MZ.txt', 'MZ-80K, its monitor and what it loads', 'text/plain'],
    ['BM.txt', 'BMX bikes of 1982', 'text/plain'],
    ['solid.txt', 'solid state drives', 'text/plain'],
    ['AC1015.txt', 'AC1015 is the version of a drawing', 'text/plain'],
    ['ID3.txt', 'ID3 tags, explained', 'text/plain'],
    ['ogg.txt', 'OggS is how pages begin', 'text/plain'],
    ['FWS.txt', 'FWS and CWS are magic words', 'text/plain'],
    ['gif.txt', 'GIF89a is how they begin', 'text/plain'],
    ['grüße.txt', 'Grüße aus Köln', 'text/plain'],
    ['latin1.txt', bytesOf('Gr\xfc\xdfe aus K\xf6ln'), 'text/plain'],
    ['sjis.txt', bytesOf('\x83Q\x81[\x83\x80'), 'text/plain'],
    ['wide.txt', utf16('Grüße aus Köln'), 'text/plain'],
    ['wide-be.txt', utf16be('Grüße aus Köln'), 'text/plain'],
    ['ansi.nfo', '\x1b[1mBold\x1b[0m', 'text/plain'],
    ['data.csv', 'id,name\n1,Atari\n', 'text/plain'],
    ['index.php', '<?php echo 1; ?><html></html>', 'text/plain'],
    ['cut.txt', `${'a'.repeat(4099)}ü and more`, 'text/plain'],
    ['app.csproj', '<Project Sdk="Microsoft.NET.Sdk"></Project>', 'text/plain'],
    // Markup that says what it is.
    ['types.xsd', '<?xml version="1.0"?><xs:schema></xs:schema>', 'application/xml'],
    ['feeds.opml', '<?xml version="1.0"?>\n<opml version="2.0"/>', 'application/xml'],
    ['app.csproj', '\ufeff<?xml version="1.0"?><Project/>', 'application/xml'],
    [
      'song.musicxml',
      '<?xml version="1.0"?>\n<!DOCTYPE score-partwise PUBLIC "a" "b">\n<score-partwise/>',
      'application/xml',
    ],
    ['wide.xml', utf16('<?xml version="1.0"?><a/>'), 'application/xml'],
    ['index.html', page, 'text/html', 'text/html'],
    ['index.html', page, 'text/html', 'image/png'],
    ['cat.png', page, 'text/html', 'image/png'],
    ['notes.txt', `\n  <!-- x --> ${page}`, 'text/html', 'text/plain'],
    ['notes.txt', `\ufeff<html><body></body></html>`, 'text/html'],
    ['wide.html', utf16('<html></html>'), 'text/html'],
    [
      'page.xhtml',
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>',
      'application/xhtml+xml',
    ],
    ['a.svg', '<svg onload="alert(1)"></svg>', 'image/svg+xml'],
    ['a.jpg', '<svg onload="alert(1)"></svg>', 'image/svg+xml', 'image/jpeg'],
    [
      'a.svg',
      '<?xml version="1.0"?><!-- Inkscape --><?a b?><!DOCTYPE svg><svg:svg/>',
      'image/svg+xml',
    ],
    // Text with a signature that nothing else begins with.
    ['a.pdf', '%PDF-1.4\n1 0 obj', 'application/pdf'],
    ['a.rtf', '{\\rtf1\\ansi Hello}', 'application/rtf'],
    ['a.vcf', 'BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n', 'text/vcard'],
    // Bytes, whatever they are called.
    ['cat.png', png, 'image/png'],
    ['cat.txt', png, 'image/png', 'text/plain'],
    ['cat.png', gif, 'image/gif', 'image/png'],
    ['cat.jpg', jpeg, 'image/jpeg'],
    ['disk.zip', zip, 'application/zip'],
    ['game.nes', nes, 'application/x-nintendo-nes-rom'],
    ['combat.bin', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7) % 256), OCTETS],
    ['one.bin', Uint8Array.of(0), OCTETS],
    // A text on which a backtracking expression takes for ever.
    ['comments.txt', `${'<!---->'.repeat(580)}x`, 'text/plain'],
    ['open.txt', '<!--'.repeat(1000), 'text/plain'],
    ['blank.txt', ' '.repeat(4100), 'text/plain'],
    ['tag.txt', `<${'a'.repeat(4000)}`, 'text/plain'],
  ])('%s: %#', async (name, bytes, mime, declared = '') => {
    const { status, body } = await share.upload({ bytes, name, type: declared })
    expect({ status, error: body.error }).toEqual({ status: 202, error: undefined })
    expect(body.data.mime_type).toBe(mime)
  })
})

describe('a program', () => {
  const programs: [name: string, bytes: Given, mime: string][] = [
    ['stella.exe', exe, 'application/x-msdownload'],
    ['cat.png', exe, 'application/x-msdownload'],
    ['stella', elf, 'application/x-elf'],
    ['manual.pdf', elf, 'application/x-elf'],
    ['Main.class', filled('\xca\xfe\xba\xbe\0\0\0\x34'), 'application/java-vm'],
    ['stella', filled('\xcf\xfa\xed\xfe'), 'application/x-mach-binary'],
    ['a.wasm', filled('\0asm\x01\0\0\0'), 'application/wasm'],
    ['install.bat', '@echo off\r\nformat c:\r\n', 'text/plain'],
    ['install.BAT', '@echo off\r\n', 'text/plain'],
    ['readme.txt.cmd', 'del *.*', 'text/plain'],
    ['invoice.pdf.scr', 'MZ', 'text/plain'],
    ['page.hta', page, 'text/html'],
  ]
  test.each(programs)('%s: refused where the area takes none', async (name, bytes) => {
    for (const area_slug of ['documents', 'images'])
      expect(await share.upload({ bytes, name, fields: { area_slug } })).toMatchObject(
        refusal(422, 'validation_failed', 'file', 'program'),
      )
  })

  test.each(programs)('%s: taken elsewhere, as what it is', async (name, bytes, mime) => {
    const { status, body } = await share.upload({ bytes, name, fields: { area_slug: 'software' } })
    expect({ status, mime: body.data?.mime_type }).toEqual({ status: 202, mime })
  })

  test('is taken or not as administrators decide', async () => {
    const key = await share.tenant.session({ role: 5 })
    const admin = async (path: string, body: object) => {
      const call = { key, host: share.tenant.url, body }
      return (await platform.call(`/api/admin/file-areas${path}`, call)).body.data
    }
    const area = await admin('', { slug: 'roms', name: 'ROMs' })
    expect(area).toMatchObject({ programs_allowed: true })
    const upload = async () =>
      (await share.upload({ bytes: exe, name: 'a.exe', fields: { area_slug: 'roms' } })).status
    expect(await upload()).toBe(202)
    const change = { programs_allowed: false }
    expect(await admin(`/${area.id}`, change)).toEqual({ ...area, ...change })
    expect(await upload()).toBe(422)
    expect((await share.call('/file-areas/roms')).body.data).toMatchObject(change)
  })
})

test('every file is downloaded as an attachment that no browser runs, and with its bytes', async () => {
  for (const [name, bytes] of [
    ['index.html', page],
    ['photo.jpg', jpeg],
  ] as const) {
    const id = await share.share({ name, bytes })
    const answer = await share.get(`/files/${id}/content`, {})
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename=${name}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(bytes))
  }
})
