const three = new Intl.NumberFormat('en', { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** A duration to three digits, which does not break: "1.24 ms", "118 ms". */
export const milliseconds = (ms: number): string => `${numberOfMs(ms)}\u00a0ms`;

/** The same without its unit. */
export const numberOfMs = (ms: number): string => (Math.abs(ms) < 1 ? ms.toFixed(2) : three.format(ms));

/** "1 call", "1,200 calls". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${whole.format(count)} ${count === 1 ? one : many}`;

/** "662 bytes", "3.1 kB". */
export const amount = (bytes: number): string =>
  bytes < 1_000 ? counted(bytes, 'byte') : `${(bytes / 1_000).toFixed(bytes < 100_000 ? 1 : 0)} kB`;

/** The architectures by the names that sentences use. */
export const called = { monolith: 'the monolith', soa: 'soa', micro: 'the microservices' } as const;

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "3.83 (3.10 to 5.20) ms": with its interval, if there is one. */
export const withInterval = (ms: number, interval: { low: number; high: number } | null): string =>
  interval
    ? `${numberOfMs(ms)} (${numberOfMs(interval.low)} to ${numberOfMs(interval.high)})\u00a0ms`
    : milliseconds(ms);
