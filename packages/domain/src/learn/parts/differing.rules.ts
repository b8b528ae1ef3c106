/** The fields of an edit that differ from what a row has. */
export const differing = <Row extends object, Fields extends object>(
  row: Row,
  fields: Fields,
): Partial<Fields> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => value !== undefined && !isSame(value, row[name as keyof Row]),
    ),
  ) as Partial<Fields>

const isSame = (a: unknown, b: unknown): boolean =>
  a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b
