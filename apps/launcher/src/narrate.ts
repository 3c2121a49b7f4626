import { type FaultOrder, type StackEvent, titles } from '@jobly/stack';
import type { Console } from './console';
import { capitalised, milliseconds, obituary, partCalled } from './wording';

/** Tells in the terminal what happens to the stack. */
export function narrate(event: StackEvent, { say, tick, complain }: Console): void {
  switch (event.type) {
    case 'leftovers':
      return say(`Waiting for the end of an earlier start that was killed (pid ${event.pids.join(', ')}) …`);
    case 'postgres-ready':
      return tick(titles.postgres, milliseconds(event.readyMs));
    case 'part-ready':
      return tick(titles[event.name], milliseconds(event.readyMs));
    case 'part-failed': {
      const { restart } = event;
      const next = restart
        ? ` It is restarted in ${restart.delayMs / 1_000} s (attempt ${restart.attempt} of ${restart.limit}).`
        : '';
      if (event.meant) return say(`${capitalised(partCalled(event.name))} (pid ${event.pid}) has ended.${next}`);
      return complain(obituary(event) + next);
    }
    case 'part-stopped':
      return say(`${capitalised(partCalled(event.name))} (pid ${event.pid}) has ended, and stays down.`);
    case 'part-faults':
      return event.order && say(`In the browser: ${orderInWords(event.order)}.`);
    case 'part-restarted':
      return say(`${capitalised(partCalled(event.name))} is ready again (pid ${event.pid}).`);
    case 'part-abandoned':
      return complain(
        `${obituary(event)} It has been restarted too often and stays down. ` +
          'The others go on; once the reason in its log is removed, stop everything and start again.',
      );
  }
}

const WORDS: Record<FaultOrder['do'], string> = {
  stop: 'stop',
  kill: 'kill',
  freeze: 'freeze',
  slow: 'slow down',
  resume: 'let go on',
  mend: 'mend everything at',
  cut: 'cut the connections',
  join: 'restore the connections',
};

/** "freeze the jobs service", "cut the connections of the jobs service to its database" */
function orderInWords(order: FaultOrder): string {
  const part = partCalled(order.part);
  if (!('to' in order)) return `${WORDS[order.do]} ${part}`;
  return `${WORDS[order.do]} of ${part} to ${order.to === 'database' ? 'its database' : partCalled(order.to)}`;
}
