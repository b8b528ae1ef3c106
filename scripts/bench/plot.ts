import { contenders } from './contenders.ts'
import { count, title, type Report } from './report.ts'
import type { Result } from './rounds.ts'

/** The report as a picture: a panel of bars for each operation, one for pages, one for webhooks. */

const WIDTH = 860
const LABEL_WIDTH = 220
const BAR_WIDTH = 480
const LINE = 26
const COLOURS = {
  bare: '#9aa5b1',
  ours: '#2563eb',
  fastify: '#d97706',
  express: '#b91c1c',
  unnamed: '#7c9cf0',
}
const SMALL = '#93b4f5'

interface Bar {
  readonly label: string
  readonly value: number
  readonly note: string
  readonly colour: string
}

export function toSvg(report: Report): string {
  const groups = [...new Set(report.results.map(title))]
  const panels = groups.map((group) => ({
    heading: `CPU time of one request: ${group}`,
    bars: report.results.filter((each) => title(each) === group).map(toBar),
  }))
  const { small, large } = report.sizes
  const pages = report.pages.flatMap(({ page, smallMs, largeMs, ratio }): Bar[] => [
    { label: page, value: smallMs, note: `${smallMs.toFixed(2)} ms`, colour: SMALL },
    {
      label: '',
      value: largeMs,
      note: `${largeMs.toFixed(2)} ms, ${ratio.toFixed(2)} ×`,
      colour: COLOURS.ours,
    },
  ])
  const heading = `Latency of one page of this server: ${count(small)} posts (light) and ${count(large)} (dark)`
  const deliveries = report.deliveries.flatMap(({ receivers, one, two, growth }): Bar[] => [
    { label: `receivers that ${receivers}`, value: one, note: `${one}/s`, colour: SMALL },
    { label: '', value: two, note: `${two}/s, ${growth.toFixed(2)} ×`, colour: COLOURS.ours },
  ])
  const drawnLast = [
    { heading, bars: pages },
    { heading: 'Webhooks delivered: by one worker (light) and by two (dark)', bars: deliveries },
  ].filter(({ bars }) => bars.length > 0)
  let y = 20
  const drawn = [...panels, ...drawnLast].map((panel) => {
    const at = y
    y += 40 + panel.bars.length * LINE
    return draw(panel.heading, panel.bars, at)
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" width="${WIDTH}" height="${y}"
  font-family="system-ui, sans-serif" font-size="14" fill="#1f2933">
<rect width="100%" height="100%" fill="#fff"/>
${drawn.join('\n')}
</svg>
`
}

function toBar({ name, cpuUs, toFastify }: Result): Bar {
  const { letter, label } = contenders[name]
  const note = `${cpuUs.toFixed(0)} µs, ${toFastify.toFixed(2)} × (c)`
  return { label: `(${letter}) ${label}`, value: cpuUs, note, colour: COLOURS[name] }
}

function draw(heading: string, bars: readonly Bar[], top: number): string {
  const most = Math.max(...bars.map((bar) => bar.value))
  const lines = bars.map(({ label, value, note, colour }, i) => {
    const y = top + 24 + i * LINE
    const width = ((BAR_WIDTH * value) / most).toFixed(1)
    const end = LABEL_WIDTH + Number(width)
    return `<text x="${LABEL_WIDTH - 10}" y="${y + 15}" text-anchor="end">${label}</text>
<rect x="${LABEL_WIDTH}" y="${y}" width="${width}" height="${LINE - 6}" rx="2" fill="${colour}"/>
<text x="${end + 8}" y="${y + 15}" font-size="12" fill="#52606d">${note}</text>`
  })
  return `<text x="16" y="${top + 10}" font-weight="600">${heading}</text>\n${lines.join('\n')}`
}
