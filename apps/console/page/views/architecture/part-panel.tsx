import type { Neighbour } from '@jobly/stack';
import type { Drawing, Order } from '../../../api/architecture';
import type { PartState } from '../../../api/state';
import { Action } from './action';
import { connectionsOf } from './cuts';
import { order } from './order';
import { Sparkline } from './sparkline';
import { history } from './watching';
import { conditionOf, sentence } from './words';

type Held = NonNullable<PartState['faults']['held']>;

interface Deed {
  readonly what: Exclude<Order['do'], 'cut' | 'join' | 'mend-all'>;
  readonly title: string;
  readonly meaning: string;
  /** The state that it leads to, and what undoes it. */
  readonly until?: { readonly held: Held; readonly undo: string };
}

/** What can be done to a process, and what that means. */
const DEEDS: readonly Deed[] = [
  {
    what: 'stop',
    title: 'Stop',
    meaning: 'It is told to end (SIGTERM), finishes what it does, and stays down.',
    until: { held: 'stopped', undo: 'Start' },
  },
  { what: 'kill', title: 'Kill', meaning: 'It ends at once (SIGKILL), and is restarted after a second.' },
  {
    what: 'freeze',
    title: 'Freeze',
    meaning: 'It stands still (SIGSTOP): connections are accepted, and nothing is answered.',
    until: { held: 'frozen', undo: 'Thaw' },
  },
  {
    what: 'slow',
    title: 'Slow down',
    meaning: 'It is told to stand still for 8 of every 10 ms.',
    until: { held: 'slowed', undo: 'Resume' },
  },
];

/** One process: its last minute, and what can be done to it. */
export function PartPanel({ part, drawing }: { part: PartState; drawing: Drawing | undefined }) {
  const points = history.value.get(part.name) ?? [];
  const { cut } = part.faults;
  const condition = conditionOf(part, points.at(-1)?.health ?? null);
  const connections = drawing ? connectionsOf(part.name, drawing) : [];
  return (
    <section class={`panel ${part.topology}`} aria-labelledby="panel-title">
      <header>
        <h2 id="panel-title">{sentence(part.title).replace(/\.$/, '')}</h2>
        <span class="muted">
          {condition}
          {part.pid !== null && `, pid ${part.pid}`}
        </span>
        <a href="#/architecture">Close</a>
      </header>
      <div class="sparklines">
        <Sparkline title="requests/s" decimals={0} values={points.map(({ requestsPerS }) => requestsPerS)} />
        <Sparkline title="% of one CPU" decimals={1} values={points.map(({ cpuPercent }) => cpuPercent)} />
        <Sparkline title="MiB resident" decimals={0} values={points.map(({ memoryMiB }) => memoryMiB)} />
      </div>
      <div class="deeds" role="group" aria-label={`Let the ${part.title} fail`}>
        {DEEDS.map((deed) => (
          <DeedRow key={deed.what} deed={deed} part={part} />
        ))}
      </div>
      {connections.length > 0 && (
        <div class="connections" role="group" aria-label={`Connections that the ${part.title} opens`}>
          <h3>Connections that it opens</h3>
          {connections.map(({ to, what }) => (
            <Connection key={to} part={part} to={to} what={what} isCut={cut.includes(to)} />
          ))}
        </div>
      )}
    </section>
  );
}

function DeedRow({ deed: { what, title, meaning, until }, part }: { deed: Deed; part: PartState }) {
  const isInForce = until !== undefined && part.faults.held === until.held;
  return (
    <p>
      <Action
        isPossible={isInForce || part.pid !== null}
        isPrimary={isInForce}
        aria-describedby={`deed-${what}`}
        act={() => order({ do: isInForce ? 'resume' : what, part: part.name })}
      >
        {isInForce ? until.undo : title}
      </Action>
      <span class="muted" id={`deed-${what}`}>
        {meaning}
      </span>
    </p>
  );
}

interface ConnectionProps {
  part: PartState;
  to: Neighbour;
  what: string;
  isCut: boolean;
}

function Connection({ part, to, what, isCut }: ConnectionProps) {
  const name = to === 'database' ? 'its database' : to;
  return (
    <p>
      <Action
        isPossible={isCut || part.pid !== null}
        isPrimary={isCut}
        aria-label={`${isCut ? 'Mend' : 'Cut'} the connection to ${name}`}
        act={() => order({ do: isCut ? 'join' : 'cut', part: part.name, to })}
      >
        {isCut ? 'Mend' : 'Cut'}
      </Action>
      <span>
        to {name} <span class="muted">{isCut ? 'cut: new connections are refused, open ones were broken' : what}</span>
      </span>
    </p>
  );
}
