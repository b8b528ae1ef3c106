/** The number of a resource; ids are texts to clients, and what is none of ours is 0, which leads to nothing. */
export const idOf = (text: string): number => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0)
