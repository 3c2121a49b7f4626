/** A waiting line in which customers take turns. */
export interface FairLine<Entry> {
  readonly length: number;
  lengthOf(customer: string): number;
  join(customer: string, entry: Entry): void;
  /** Takes the next one out of the line: of the customer whose turn it is, the one that came first. */
  next(): Entry | undefined;
  /** The one that has waited longest; it stays in the line. */
  oldest(): Entry | undefined;
  /** Takes one out of the line, wherever it stands. */
  leave(entry: Entry): void;
}

/** One that comes a thousand times delays another's first by one turn (round robin, as RFC 970 proposes for packets). */
export function fairLine<Entry>(): FairLine<Entry> {
  /** In the order of arrival. */
  const customers = new Map<Entry, string>();
  /** The entries of each customer who has any; the first customer is next. */
  const lines = new Map<string, Set<Entry>>();

  function leave(entry: Entry): void {
    const customer = customers.get(entry);
    if (customer === undefined) return;
    customers.delete(entry);
    const line = lines.get(customer)!;
    line.delete(entry);
    if (line.size === 0) lines.delete(customer);
  }

  return {
    get length() {
      return customers.size;
    },
    lengthOf: (customer) => lines.get(customer)?.size ?? 0,
    join(customer, entry) {
      customers.set(entry, customer);
      const line = lines.get(customer);
      if (line) line.add(entry);
      else lines.set(customer, new Set([entry]));
    },
    next() {
      const [first] = lines;
      if (!first) return undefined;
      const [customer, line] = first;
      const [entry] = line;
      leave(entry!);
      // To the end of the round, if there is more.
      if (lines.delete(customer)) lines.set(customer, line);
      return entry;
    },
    oldest: () => customers.keys().next().value,
    leave,
  };
}
