/**
 * Goes on with a value as soon as it is there. A value in memory is there at once, so that a request
 * whose look-ups are all cached waits for nothing. An error of `next` reaches the caller either way.
 */
export const whenKnown = <A, B>(
  value: Promise<A> | A,
  next: (value: A) => Promise<B> | B,
): Promise<B> | B => (value instanceof Promise ? value.then(next) : next(value))
