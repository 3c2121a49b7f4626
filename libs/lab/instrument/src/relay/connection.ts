import type { Socket } from 'node:net';
import { clock } from '../load/metronome';
import { type Behaviour, passageFor } from './behaviour';

/** Both directions of a relayed connection. */
export interface Connection {
  behave(behaviour: Behaviour): void;
}

/** A piece of data on its way from one side to the other, in ms of the clock that all processes of a machine share. */
export interface Crossing {
  taken: number;
  delivered: number;
}

/** What a connection tells of itself. */
interface Told {
  /** The client has sent something, for the first time or after an answer. */
  onExchange(): void;
  /** Data has come through. */
  onCrossing?: ((crossing: Crossing) => void) | undefined;
  /** Neither side is connected any more. */
  onClosed(): void;
}

/** Joins the connection of a client with the one onward to where it leads. */
export function join(
  client: Socket,
  onward: Socket,
  behaviour: Behaviour,
  { onExchange, onCrossing, onClosed }: Told,
): Connection {
  const sockets = [client, onward] as const;
  let current = behaviour;
  let isAnswered = true;
  let isDead = false;
  const passagesNow = () => sockets.map((from) => passageFor(isDead ? { kind: 'half-open' } : current, from));
  let passages = passagesNow();

  const cut = () => sockets.forEach((socket) => socket.resetAndDestroy());
  /** An exchange begins when the client speaks after it was answered; HTTP and PostgreSQL take turns like that. */
  const begins = () => {
    if (!isAnswered) return false;
    isAnswered = false;
    onExchange();
    return current.kind === 'flapping' && Math.random() < current.share;
  };

  for (const [index, from] of sockets.entries()) {
    const to = sockets[1 - index]!;
    from.on('data', (chunk: Buffer) => {
      if (from === onward) isAnswered = true;
      else if (begins()) {
        cut();
        return;
      }
      const taken = clock();
      const deliver = () => {
        if (!to.writable) return;
        to.write(chunk);
        onCrossing?.({ taken, delivered: clock() });
      };
      passages[index]!.take({ bytes: chunk.length, deliver });
    });
    from.on('end', () => {
      // Nobody is told of a dead connection before it is given up, but then: processes have few of them.
      if (isDead) cut();
      else passages[index]!.take({ bytes: 0, deliver: () => void to.end() });
    });
    from.on('error', () => {});
    from.on('close', (hadError) => {
      // After an orderly end, the passage ends the other side.
      if (hadError) to.resetAndDestroy();
      if (sockets.every(({ closed }) => closed)) onClosed();
    });
  }
  return {
    behave(next) {
      current = next;
      if (next.kind === 'refusing') {
        cut();
        return;
      }
      // Its peer never learns that the other has gone, and it does not come back.
      isDead ||= next.kind === 'half-open';
      const before = passages;
      passages = passagesNow();
      if (!isDead) before.forEach(({ leave }) => leave());
      sockets.forEach((socket) => socket.resume());
    },
  };
}
