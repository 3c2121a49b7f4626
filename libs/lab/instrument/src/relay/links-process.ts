import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Failure } from '../failure';
import { goFirst } from '../priority';
import type { Behaviour } from './behaviour';
import type { Crossings, LinksOrder, LinksReply } from './links';

/** An address that stands for a process, and the network on the way to it. */
export interface Link {
  readonly url: string;
  /** Its place among the links, by which what crosses it is told. */
  readonly index: number;
  leadTo(url: string): Promise<void>;
}

/** Relays in a process of their own. */
export interface Links {
  open(): Promise<Link>;
  behave(links: readonly Link[], behaviour: Behaviour): Promise<void>;
  /** What has come through each link since this was asked before, or since the beginning. */
  crossings(): Promise<Crossings>;
  stop(): Promise<void>;
}

/**
 * Starts the process `links` of the command line, which has to run `serveLinks`. Each of its answers is awaited before the
 * next order is given.
 */
export function startLinks(): Links {
  const child = fork(process.argv[1]!, ['links'], { serialization: 'advanced' });
  const exited = once(child, 'exit');
  goFirst(child.pid!);
  let opened = 0;

  async function told(order: LinksOrder): Promise<LinksReply> {
    const replied = once(child, 'message') as Promise<[LinksReply]>;
    // If the process is gone, its exit reports the failure.
    child.send(order, () => {});
    const [reply] = await Promise.race([replied, exited.then(died)]);
    if ('failure' in reply) throw new Failure(`The process of the relays failed: ${reply.failure}.`);
    return reply;
  }
  return {
    async open() {
      const { url } = (await told({ do: 'open' })) as { url: string };
      const index = opened++;
      return {
        url,
        index,
        async leadTo(to) {
          await told({ do: 'lead', link: index, url: to });
        },
      };
    },
    async behave(links, behaviour) {
      await told({ do: 'behave', links: links.map(({ index }) => index), behaviour });
    },
    async crossings() {
      return ((await told({ do: 'tell' })) as { crossings: Crossings }).crossings;
    },
    async stop() {
      // Its connections are to processes that have ended or are about to.
      child.kill('SIGKILL');
      await exited;
    },
  };
}

function died(): never {
  throw new Failure('The process of the relays has died; run again.');
}
