import type { Query } from '../data/database';
import { undelivered } from './rows';

/** How often the table is asked, because a notification may be lost or come before anybody waits for it (ms). */
const POLL_MS = 500;

interface Wait {
  eventId: string;
  end: (isDelivered: boolean) => void;
}

/** Tells those who recorded events when these are delivered, by whichever replica. */
export function createConfirmations(background: Query) {
  const waits = new Set<Wait>();

  const confirm = (eventId: string) => waits.forEach((wait) => wait.eventId === eventId && wait.end(true));

  async function look(): Promise<void> {
    const sought = Array.from(waits, ({ eventId }) => eventId);
    if (sought.length === 0) return;
    const left = new Map((await undelivered(background, sought)).map(({ eventId, isParked }) => [eventId, isParked]));
    for (const { eventId, end } of waits) {
      if (!sought.includes(eventId)) continue;
      if (!left.has(eventId)) end(true);
      else if (left.get(eventId)) end(false);
    }
  }
  // Without the database there is no news, and the next look may have some.
  const poll = setInterval(() => void look().catch(() => {}), POLL_MS);

  return {
    confirm,
    /** Waits so long (ms), and holds nothing meanwhile; false if the delivery is not known in time, or parked. */
    async delivered(eventId: string, ms: number): Promise<boolean> {
      const { promise, resolve: end } = Promise.withResolvers<boolean>();
      const wait = { eventId, end };
      waits.add(wait);
      const late = setTimeout(() => end(false), ms);
      try {
        return await promise;
      } finally {
        clearTimeout(late);
        waits.delete(wait);
      }
    },
    /** Lets everybody go. */
    stop() {
      clearInterval(poll);
      waits.forEach(({ end }) => end(false));
    },
  };
}
