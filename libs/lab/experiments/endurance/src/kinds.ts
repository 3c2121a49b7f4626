/** Failures by kind: "2 × status 503, 1 × ECONNRESET", or "–". */
export function kindsInWords(failures: Readonly<Record<string, number>>): string {
  return (
    Object.entries(failures)
      .map(([kind, count]) => `${count} × ${kind}`)
      .join(', ') || '–'
  );
}

/** Several counts by kind, added up. */
export function kindsIn(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: { [kind: string]: number } = {};
  for (const [kind, count] of all.flatMap((one) => Object.entries(one))) sums[kind] = (sums[kind] ?? 0) + count;
  return sums;
}
