/**
 * Goes on with a value as soon as it is there: at once for what is in memory, so that a request whose
 * look-ups are all cached waits for nothing. An error of `next` reaches the caller either way.
 */
export const whenKnown = <A, B>(
  value: Promise<A> | A,
  next: (value: A) => Promise<B> | B,
): Promise<B> | B => (value instanceof Promise ? value.then(next) : next(value))
