import type { Architecture, Process } from './architecture';

/** Something in a picture of an architecture. */
export interface Box {
  readonly id: string;
  readonly kind: 'client' | 'process' | 'module' | 'database';
  readonly name: string;
  /** What stands beside the name: a port, for instance. */
  readonly tag?: string;
  /** Smaller lines under the name. */
  readonly details: readonly string[];
  /** The process that a module is drawn in. */
  readonly within?: string;
}

/** What one box needs of another: a function call, a request over HTTP, an event, or its tables. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly kind: 'call' | 'request' | 'event' | 'tables';
  /** The methods and topics; none for what a gateway forwards. */
  readonly labels: readonly string[];
}

export interface Drawing {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

/** An architecture as boxes and arrows, for whatever draws them. */
export function drawingOf({ processes, questions }: Architecture): Drawing {
  const front = processes.find(({ modules, port }) => modules.length === 0 || port === processes[0]?.port);
  const client: Box = { id: 'client', kind: 'client', name: 'client', details: [] };
  const entry = front ? [arrow('client', idOf(front), 'request')] : [];
  const forwards = processes
    .filter(isGateway)
    .flatMap((gateway) =>
      processes
        .filter((process) => !isGateway(process))
        .map((process) => arrow(idOf(gateway), idOf(process), 'request')),
    );
  return {
    boxes: [client, ...processes.flatMap(boxesOf)],
    arrows: [
      ...entry,
      ...processes.flatMap((process) =>
        process.database ? [arrow(idOf(process), process.database.name, 'tables')] : [],
      ),
      ...forwards,
      ...merged(processes.flatMap((process) => arrowsOf(process, processes, questions))),
    ],
  };
}

const arrow = (from: string, to: string, kind: Arrow['kind'], ...labels: string[]): Arrow => ({
  ...{ from, to, kind, labels },
});

const idOf = ({ name }: Process) => `${name}_process`;
const moduleId = ({ name }: Process, module: string) => `${name}_${module}`;
const isGateway = ({ modules }: Process) => modules.length === 0;

/** A process, its modules if it has several, and its database. */
function boxesOf(process: Process): Box[] {
  const { name, port, modules, database } = process;
  const within = idOf(process);
  const inside = modules.length < 2 ? [] : modules;
  return [
    { id: within, kind: 'process', name, tag: `:${port}`, details: [] },
    ...inside.map((module): Box => ({
      ...{ id: moduleId(process, module), kind: 'module', name: module, tag: 'module', details: [], within },
    })),
    ...(database ? [databaseBox(database)] : []),
  ];
}

function databaseBox({ name, tables }: NonNullable<Process['database']>): Box {
  const keys = `${tables.references.length} foreign key${tables.references.length === 1 ? '' : 's'}`;
  return { id: name, kind: 'database', name, details: [...tables.names, keys] };
}

/** Calls to a module in the same process, requests to a module elsewhere, and events. */
function arrowsOf(process: Process, processes: readonly Process[], questions: Architecture['questions']): Arrow[] {
  const hosts = (owner: string) => processes.filter(({ modules }) => modules.includes(owner));
  const calls = process.modules.flatMap((from) =>
    (questions.get(from) ?? [])
      .filter(({ operation }) => process.modules.includes(operation.owner))
      .map(({ operation, method }) =>
        arrow(moduleId(process, from), moduleId(process, operation.owner), 'call', method),
      ),
  );
  const requests = process.remote.flatMap(({ operation, method }) =>
    hosts(operation.owner).map((host) => arrow(idOf(process), idOf(host), 'request', method)),
  );
  const deliveries = process.events.flatMap(({ topic, consumer }) =>
    hosts(consumer).map((host) => arrow(idOf(process), idOf(host), 'event', topic)),
  );
  return [...calls, ...requests, ...deliveries];
}

/** One arrow for all of a kind between the same two. */
function merged(arrows: readonly Arrow[]): Arrow[] {
  const byEnds = Map.groupBy(arrows, ({ from, to, kind }) => `${from} ${kind} ${to}`);
  return [...byEnds.values()].map((same) => ({ ...same[0]!, labels: same.flatMap(({ labels }) => labels) }));
}
