import { lookup as systemLookup } from 'node:dns/promises';

/** All addresses that a name has now. */
export type Lookup = (hostname: string) => Promise<string[]>;

/**
 * Resolves a name as the system does, hosts file included. The order has no meaning: glibc sorts addresses (RFC 6724).
 */
export const lookUp: Lookup = async (hostname) =>
  (await systemLookup(hostname, { all: true })).map(({ address }) => address);

/** The interval between lookups (ms): the DNS of containers claims a TTL of 600 s, but changes within one second. */
const REFRESH_MS = 1_000;
/** The time that a request waits while no address is known yet (ms); the system's resolver may take many seconds. */
const PATIENCE_MS = 1_000;

interface Following {
  /** Resolves once addresses are known; rejects as the lookup does, or after a second. */
  known(): Promise<void>;
  stop(): void;
}

/**
 * Looks a name up repeatedly from the first request on, and reports its addresses. While lookups fail, the known
 * addresses stay: a resolver that hiccups is no reason to forget a service.
 */
export function followAddresses(hostname: string, lookup: Lookup, tell: (addresses: string[]) => void): Following {
  let isKnown = false;
  let looking: Promise<void> | undefined;
  const look = () =>
    (looking ??= lookup(hostname)
      .then((addresses) => {
        if (addresses.length === 0) throw new Error(`${hostname} has no address`);
        isKnown = true;
        tell(addresses);
      })
      .finally(() => (looking = undefined)));
  let timer: NodeJS.Timeout | undefined;

  return {
    async known() {
      timer ??= setInterval(() => void look().catch(() => {}), REFRESH_MS).unref();
      if (!isKnown) await inTime(look(), hostname);
    },
    stop: () => clearInterval(timer),
  };
}

async function inTime(looking: Promise<void>, hostname: string): Promise<void> {
  const tooLate = Promise.withResolvers<never>();
  const timer = setTimeout(() => tooLate.reject(new Error(`${hostname} could not be looked up in time`)), PATIENCE_MS);
  try {
    await Promise.race([looking, tooLate.promise]);
  } finally {
    clearTimeout(timer);
  }
}
