import type { StateCore, Token } from 'markdown-it'
import { OWN_CLASS, own } from './own.rules.ts'

const BOX = /^\[([ xX])\](?:[ \t]|$)/

/** Items of a list that begin with `[ ]` or `[x]` become tasks (GFM, 5.3): a box that says its state, and is dead. */
export function readTasks(state: StateCore): void {
  state.tokens.forEach((token, i) => {
    const [item, paragraph] = [state.tokens[i - 2], state.tokens[i - 1]]
    if (item?.type !== 'list_item_open' || paragraph?.type !== 'paragraph_open') return
    const first = token.children?.[0]
    const box = first?.type === 'text' && BOX.exec(first.content)
    if (!first || !box) return
    first.content = first.content.slice(box[0].length)
    item.attrSet(OWN_CLASS, 'task')
    token.children?.unshift(boxOf(state, box[1] !== ' '))
  })
}

function boxOf(state: StateCore, isDone: boolean): Token {
  const token = new state.Token('html_inline', '', 0)
  const label = isDone ? 'Done' : 'Open'
  token.content = `<input${own({ label })}${isDone ? ' checked' : ''}> `
  return token
}
