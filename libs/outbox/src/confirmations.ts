import type { Delivered } from '@jobly/contracts';
import type { Sql } from '@jobly/database';
import { undelivered } from './stored-events';

/** How often the table is asked, because a notification may be lost or come before anybody waits for it (ms). */
const POLL_MS = 500;

interface Wait {
  /** The events that are not known to be delivered. */
  missing: Set<string>;
  end: (isDelivered: boolean) => void;
}

interface Confirmations {
  /** Waits for events for as long as this (ms), and holds nothing meanwhile. */
  within(ms: number): Delivered;
  /** Notes that an event is delivered, by whichever replica. */
  confirm(eventId: string): void;
  /** Lets everybody go who waits, or comes later. */
  stop(): void;
}

/** Tells those who recorded events when these are delivered. Notifications make it prompt; polling makes it certain. */
export function createConfirmations(sql: Sql): Confirmations {
  const waits = new Set<Wait>();
  let poll: NodeJS.Timeout | undefined;
  let stopped = false;

  const confirm = (eventId: string) => {
    for (const { missing, end } of waits) {
      if (missing.delete(eventId) && missing.size === 0) end(true);
    }
  };

  const pollLater = () => {
    poll = waits.size > 0 ? setTimeout(() => void look().finally(pollLater), POLL_MS) : undefined;
  };

  async function look(): Promise<void> {
    const sought = [...waits].flatMap(({ missing }) => [...missing]);
    if (sought.length === 0) return;
    // Without the database there is no news, and the next look may have some.
    const left = await undelivered(sql, sought).catch(() => undefined);
    if (!left) return;
    const stored = new Map(left.map(({ eventId, isParked }) => [eventId, isParked]));
    for (const eventId of sought) if (!stored.has(eventId)) confirm(eventId);
    for (const { missing, end } of waits) if ([...missing].some((eventId) => stored.get(eventId))) end(false);
  }

  return {
    within: (ms) => async (eventIds) => {
      if (eventIds.length === 0) return true;
      if (stopped) return false;
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const wait: Wait = { missing: new Set(eventIds), end: resolve };
      waits.add(wait);
      const late = setTimeout(() => resolve(false), ms);
      if (!poll) pollLater();
      try {
        return await promise;
      } finally {
        clearTimeout(late);
        waits.delete(wait);
      }
    },
    confirm,
    stop() {
      stopped = true;
      for (const { end } of waits) end(false);
      clearTimeout(poll);
    },
  };
}
