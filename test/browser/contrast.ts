/**
 * Runs in a page and finds every visible text whose contrast with what is behind it is below 4.5 : 1.
 * WCAG 2.2 (1.4.3) asks for that much of small text. One line for each: ratio, element, text.
 */
export function faintTexts(): string[] {
  type Colour = { r: number; g: number; b: number; a: number }

  function parse(text: string): Colour {
    const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number)
    return { r, g, b, a }
  }
  function over(front: Colour, back: Colour): Colour {
    const mix = (f: number, b: number) => f * front.a + b * (1 - front.a)
    return { r: mix(front.r, back.r), g: mix(front.g, back.g), b: mix(front.b, back.b), a: 1 }
  }
  function luminance({ r, g, b }: Colour): number {
    const linear = (v: number) => (v <= 10 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4)
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
  }
  /** The colour behind the text of an element, and how much of that text shows. */
  type Ground = { paper: Colour; opacity: number }
  const grounds = new Map<Element, Ground>()
  function groundOf(element: Element | null): Ground {
    if (!element) return { paper: { r: 255, g: 255, b: 255, a: 1 }, opacity: 1 }
    const known = grounds.get(element)
    if (known) return known
    const below = groundOf(element.parentElement)
    const { backgroundColor, opacity } = getComputedStyle(element)
    const ground = {
      paper: over(parse(backgroundColor), below.paper),
      opacity: below.opacity * Number(opacity),
    }
    grounds.set(element, ground)
    return ground
  }

  const faint: string[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode.textContent?.trim()
    const element = texts.currentNode.parentElement
    if (!text || !element?.checkVisibility() || element.closest('script, noscript, style')) continue
    const { paper: behind, opacity } = groundOf(element)
    const ink = parse(getComputedStyle(element).color)
    ink.a *= opacity
    const [dark = 0, light = 0] = [luminance(over(ink, behind)), luminance(behind)].sort(
      (a, b) => a - b,
    )
    const ratio = (light + 0.05) / (dark + 0.05)
    if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${element.outerHTML.slice(0, 120)}`)
  }
  return faint
}
