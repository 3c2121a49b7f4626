import type { Socket } from 'node:net';

/** What a network does to the connections over it. */
export type Behaviour =
  | { kind: 'passing' }
  /** Every piece of data comes later, by the delay plus or minus up to the jitter (ms). */
  | { kind: 'slow'; delayMs: number; jitterMs: number }
  | { kind: 'narrow'; bytesPerSecond: number }
  /** Nothing comes through, and nothing is lost. */
  | { kind: 'stalled' }
  /** What is sent gets lost, and neither side is told; such a connection stays dead. */
  | { kind: 'half-open' }
  /** Connections are reset, new ones too, as by a process that has died. */
  | { kind: 'refusing' };

/** Takes what came from one side to the other. */
export type Passage = (chunk: Buffer, to: Socket) => void;

/** How data from this side travels. */
export function passageFor(behaviour: Behaviour, from: Socket): Passage {
  if (behaviour.kind === 'slow') return later(behaviour);
  if (behaviour.kind === 'narrow') return narrowed(behaviour.bytesPerSecond, from);
  if (behaviour.kind === 'half-open') return () => {};
  return (chunk, to) => void to.write(chunk);
}

/** Whatever the jitter, and in whatever order timers end, data arrives in the order in which it was sent. */
function later({ delayMs, jitterMs }: { delayMs: number; jitterMs: number }): Passage {
  const underWay: Buffer[] = [];
  return (chunk, to) => {
    underWay.push(chunk);
    setTimeout(() => to.write(underWay.shift()!), delayMs + (2 * Math.random() - 1) * jitterMs);
  };
}

function narrowed(bytesPerSecond: number, from: Socket): Passage {
  return (chunk, to) => {
    from.pause();
    setTimeout(
      () => {
        to.write(chunk);
        from.resume();
      },
      (chunk.length / bytesPerSecond) * 1_000,
    );
  };
}
