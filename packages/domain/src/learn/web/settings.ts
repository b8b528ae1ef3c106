import type { Setting } from '../../kit/settings.ts'

/** Whether the catalogue is shown to anybody (`public`), or to members who are signed in (`members`). */
export const courseAudience: Setting<string> = {
  name: 'learn.web_pages',
  list: false,
  check(value) {
    if (value !== 'public' && value !== 'members')
      throw new Error(`${value} is neither public nor members`)
  },
  read: (values) => values.at(-1) ?? 'public',
  otherwise: 'public',
}
