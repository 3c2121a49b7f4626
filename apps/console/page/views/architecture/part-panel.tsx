import type { Neighbour } from '@jobly/stack';
import type { Drawing, Order } from '../../../api/architecture';
import type { PartState } from '../../../api/state';
import { connectionsOf } from './cuts';
import { isOrdering, order } from './order';
import { Sparkline } from './sparkline';
import { history } from './watching';
import { conditionOf, sentence } from './words';

type Deed = Exclude<Order['do'], 'cut' | 'join' | 'mend-all'>;

/** What can be done to a part that runs, and what that means. */
const DEEDS: readonly (readonly [Deed, string, string])[] = [
  ['stop', 'Stop', 'It is told to end (SIGTERM), finishes what it does, and stays down.'],
  ['kill', 'Kill', 'It ends at once (SIGKILL), and is restarted after a second.'],
  ['freeze', 'Freeze', 'It stands still (SIGSTOP): connections are accepted, and nothing is answered.'],
  ['slow', 'Slow down', 'It stands still for 8 of every 10 ms.'],
];

const BACK = { stopped: 'Start', frozen: 'Thaw', slowed: 'Let it run' };

/** One process: its last minute, and what can be done to it. */
export function PartPanel({ part, drawing }: { part: PartState; drawing: Drawing | undefined }) {
  const points = history.value.get(part.name) ?? [];
  const { held, cut } = part.faults;
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
        {held ? (
          <p>
            <button
              class="primary"
              disabled={isOrdering.value}
              onClick={() => void order({ do: 'resume', part: part.name })}
            >
              {BACK[held]}
            </button>
          </p>
        ) : (
          DEEDS.map(([what, title, meaning]) => (
            <p key={what}>
              <button
                disabled={isOrdering.value || part.pid === null}
                aria-describedby={`deed-${what}`}
                onClick={() => void order({ do: what, part: part.name })}
              >
                {title}
              </button>
              <span class="muted" id={`deed-${what}`}>
                {meaning}
              </span>
            </p>
          ))
        )}
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
      <button
        class={isCut ? 'primary' : ''}
        disabled={isOrdering.value || (!isCut && part.pid === null)}
        aria-label={`${isCut ? 'Mend' : 'Cut'} the connection to ${name}`}
        onClick={() => void order({ do: isCut ? 'join' : 'cut', part: part.name, to })}
      >
        {isCut ? 'Mend' : 'Cut'}
      </button>
      <span>
        to {name} <span class="muted">{isCut ? 'cut: new connections are refused, open ones were broken' : what}</span>
      </span>
    </p>
  );
}
