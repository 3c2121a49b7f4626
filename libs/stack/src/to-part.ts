/** What the launcher tells a part over its IPC channel. Only a part with the console's preload hears it. */
export type ToPart =
  /** The addresses (`host:port`) that it cannot reach from now on: these and no others. */
  | { readonly cut: readonly string[] }
  /** Whether it tells once a second how many requests it has received. */
  | { readonly count: boolean };

/** What such a part tells: the requests received since it was told to count, without health checks and scrapes. */
export interface Received {
  readonly received: number;
}
