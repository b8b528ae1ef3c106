/** Controls of bidi or of a terminal: bidi is ours to say. */
const CONTROLS = /[\u202a-\u202e\u2066-\u2069]|(?!\s)\p{Cc}/gu
/** A half of a surrogate pair without the other. */
const LONE = /\p{Surrogate}/gu
/** A text that every step can take: whole characters, composed, without controls of bidi. */
export const cleaned = (text: string): string =>
  text.replace(LONE, '\ufffd').replace(CONTROLS, '').normalize('NFC')

/** A value within a text of another direction (UAX 9, FSI and PDI). */
export const isolated = (value: string): string => `\u2068${cleaned(value)}\u2069`
