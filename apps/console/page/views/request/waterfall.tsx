import type { Account, Answer } from '../../../api/request';
import { type Bar, type SegmentKind, barsOf, ticksUpTo } from './bars';
import { amount, counted, milliseconds } from './format';

type Accounted = Answer & { account: Account };

const KINDS: Record<Exclude<SegmentKind, 'waiting'>, string> = {
  client: 'client and first hop',
  gateway: 'gateway',
  hop: 'hops between processes',
  json: 'serialisation',
  auth: 'authentication',
  db: 'database',
  application: 'application',
};

/** Where the time of a request went in each stack, on one time axis. */
export function Waterfall({ answers }: { answers: readonly Answer[] }) {
  const accounted = answers.filter((answer): answer is Accounted => !('unknown' in answer.account));
  const axis = Math.max(0, ...accounted.map(({ clientMs }) => clientMs));
  const stacks = accounted.map((answer) => ({ answer, bars: barsOf(answer.clientMs, answer.account) }));
  const kinds = new Set(stacks.flatMap(({ bars }) => bars.flatMap(({ segments }) => segments.map(({ kind }) => kind))));
  return (
    <div class="waterfall">
      {stacks.map(({ answer, bars }) => (
        <section key={answer.stack} class={answer.stack} aria-label={`Time in ${answer.stack}`}>
          <h2>
            {answer.stack} <b>{milliseconds(answer.clientMs)}</b>
            <WorkLine work={answer.work} />
          </h2>
          {bars.map((bar) => (
            <Row key={`${bar.depth} ${bar.name}`} bar={bar} axis={axis} />
          ))}
        </section>
      ))}
      {answers.map(
        ({ stack, account }) =>
          'unknown' in account && (
            <p key={stack}>
              <b class={`stack ${stack}`}>{stack}</b> {account.unknown}
            </p>
          ),
      )}
      {stacks.length > 0 && <Axis axis={axis} />}
      <ul class="legend">
        {Object.entries(KINDS).map(([kind, title]) =>
          kinds.has(kind as SegmentKind) ? (
            <li key={kind}>
              <span class={`swatch ${kind}`} /> {title}
            </li>
          ) : null,
        )}
      </ul>
    </div>
  );
}

function Row({ bar, axis }: { bar: Bar; axis: number }) {
  const percent = (ms: number) => `${(100 * ms) / axis}%`;
  return (
    <div class="row">
      <span class="name" style={{ paddingLeft: `${bar.depth * 0.6}rem` }}>
        {bar.name}
      </span>
      <div class="track">
        {bar.segments.map(({ kind, begin, ms }, at) => (
          <span
            key={at}
            class={`segment ${kind}`}
            style={{ left: percent(begin), width: percent(ms) }}
            title={kind === 'waiting' ? `waits ${milliseconds(ms)}` : `${KINDS[kind]} ${milliseconds(ms)}`}
          />
        ))}
        <span class="ms" style={{ left: percent(bar.begin + bar.ms) }}>
          {milliseconds(bar.ms)}
        </span>
      </div>
    </div>
  );
}

const Axis = ({ axis }: { axis: number }) => (
  <div class="row axis" aria-hidden="true">
    <span class="name" />
    <div class="track">
      {ticksUpTo(axis).map((tick, at, { length }) => (
        <span key={tick} class="tick" style={{ left: `${(100 * tick) / axis}%` }}>
          {at === length - 1 ? `${tick}\u00a0ms` : tick}
        </span>
      ))}
    </div>
  </div>
);

function WorkLine({ work }: Pick<Answer, 'work'>) {
  if ('unknown' in work) return <span class="work">{work.unknown}</span>;
  const parts = [
    counted(work.statements, 'SQL statement'),
    `${counted(work.calls, 'call')} between processes`,
    `${amount(work.bytes)} between processes and with the database`,
  ];
  return <span class="work">{parts.join(', ')}</span>;
}
