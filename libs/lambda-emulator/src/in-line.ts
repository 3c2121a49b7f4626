/** Lets at most so many pieces of work go on at a time; the others wait in the order in which they came. */
export function inLine(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let under = 0;
  return async (work) => {
    if (under < most) under += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The place goes to the next one, or is free again.
      const next = waiting.shift();
      if (next) next();
      else under -= 1;
    }
  };
}
