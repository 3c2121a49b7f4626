/** Customers who wait, in their order, for one of a number of places. */
export interface Queue<T> {
  /** Takes a place, or waits for one. */
  enter(customer: T): void;
  /** Gives a place back, to whoever has waited longest. */
  leave(): void;
  /** Resolves when nobody waits any more, or after so long, with those who are then sent away. */
  emptied(patienceMs: number): Promise<T[]>;
}

/** An empty queue for this many places; `serve` is called with everyone who gets one. */
export function createQueue<T>(places: number, serve: (customer: T) => void): Queue<T> {
  const waiting: T[] = [];
  let taken = 0;
  let onServed: () => void = () => {};

  const enter = (customer: T) => {
    if (taken === places) {
      waiting.push(customer);
    } else {
      taken++;
      serve(customer);
    }
  };
  return {
    enter,
    leave() {
      taken--;
      const next = waiting.shift();
      if (next !== undefined) enter(next);
      onServed();
    },
    emptied: (patienceMs) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          resolve(waiting.splice(0));
        };
        const timer = setTimeout(end, patienceMs);
        onServed = () => {
          if (waiting.length === 0) end();
        };
        onServed();
      }),
  };
}
