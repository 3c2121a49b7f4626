import type { Behaviour } from './behaviour';
import type { Crossing } from './connection';
import { type Relay, startRelay } from './relay';

/** What the process of the links is asked to do; it answers each order, one after the other. */
export type LinksOrder =
  | { do: 'open' }
  | { do: 'lead'; link: number; url: string }
  | { do: 'behave'; links: readonly number[]; behaviour: Behaviour }
  | { do: 'tell' };

export type LinksReply = { url: string } | { crossings: Crossings } | { done: true } | { failure: string };

/** What has come through each link. */
export type Crossings = Crossing[][];

/** The program of the links' process: relays that nothing but their own traffic can delay. */
export function serveLinks(): void {
  const relays: Relay[] = [];
  let crossings: Crossings = [];

  const obey = async (order: LinksOrder): Promise<LinksReply> => {
    switch (order.do) {
      case 'open': {
        const link = relays.length;
        const relay = await startRelay((crossing) => (crossings[link] ??= []).push(crossing));
        relays.push(relay);
        return { url: relay.url };
      }
      case 'lead':
        relays[order.link]!.leadTo(order.url);
        return { done: true };
      case 'behave':
        for (const link of order.links) relays[link]!.behave(order.behaviour);
        return { done: true };
      case 'tell': {
        const told = relays.map((_, link) => crossings[link] ?? []);
        crossings = [];
        return { crossings: told };
      }
    }
  };
  process.on('message', async (order: LinksOrder) => {
    const reply = await obey(order).catch((error: unknown) => ({ failure: String(error) }));
    process.send!(reply);
  });
  // Ctrl-C reaches the whole process group; the parent decides when to stop.
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit());
}
