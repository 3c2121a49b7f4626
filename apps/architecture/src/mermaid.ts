import type { Architecture, Process } from '@jobly/architecture';

/**
 * An architecture as a Mermaid flowchart: processes are boxes that contain their modules, databases are cylinders. A
 * thin arrow is a function call, a thick one a request over HTTP, a dashed one an event.
 */
export function mermaid({ topology, processes, questions }: Architecture): string {
  const front = processes.find(({ modules, port }) => modules.length === 0 || port === processes[0]?.port);
  const lines = [
    'flowchart LR',
    `  client([client]) ==> ${front ? idOf(front) : ''}`,
    ...processes.flatMap((process) => boxOf(process)),
    ...processes.flatMap((process) => databaseOf(process)),
    ...processes.filter(isGateway).flatMap((gateway) => forwards(gateway, processes)),
    ...processes.flatMap((process) => arrowsOf(process, processes, questions)),
  ];
  return ['```mermaid', `%% ${topology}`, ...lines, '```'].join('\n');
}

const idOf = ({ name }: Process) => `${name}_process`;
const moduleId = ({ name }: Process, module: string) => `${name}_${module}`;
const isGateway = ({ modules }: Process) => modules.length === 0;

function boxOf(process: Process): string[] {
  const title = `${process.name} :${process.port}`;
  if (process.modules.length < 2) return [`  ${idOf(process)}["${title}"]`];
  const modules = process.modules.map((module) => `    ${moduleId(process, module)}["${module} module"]`);
  return [`  subgraph ${idOf(process)} ["${title}"]`, ...modules, '  end'];
}

function databaseOf(process: Process): string[] {
  if (!process.database) return [];
  const { name, tables } = process.database;
  const keys = `${tables.references.length} foreign key${tables.references.length === 1 ? '' : 's'}`;
  return [`  ${idOf(process)} --- ${name}[("${[`<b>${name}</b>`, ...tables.names, `<i>${keys}</i>`].join('<br>')}")]`];
}

const forwards = (gateway: Process, processes: readonly Process[]) =>
  processes.filter((process) => !isGateway(process)).map((process) => `  ${idOf(gateway)} ==> ${idOf(process)}`);

/** Calls to a module in the same process, requests to a module elsewhere, and events. */
function arrowsOf(process: Process, processes: readonly Process[], questions: Architecture['questions']): string[] {
  const calls = process.modules.flatMap((from) =>
    (questions.get(from) ?? [])
      .filter(({ operation }) => process.modules.includes(operation.owner))
      .map(({ operation, method }) => ({
        between: `${moduleId(process, from)} -->`,
        label: method,
        to: moduleId(process, operation.owner),
      })),
  );
  const hosts = (owner: string) => processes.filter(({ modules }) => modules.includes(owner));
  const requests = process.remote.flatMap(({ operation, method }) =>
    hosts(operation.owner).map((host) => ({ between: `${idOf(process)} ==>`, label: method, to: idOf(host) })),
  );
  const deliveries = process.events.flatMap(({ topic, consumer }) =>
    hosts(consumer).map((host) => ({ between: `${idOf(process)} -.->`, label: topic, to: idOf(host) })),
  );
  const byEnds = Map.groupBy([...calls, ...requests, ...deliveries], ({ between, to }) => `${between} ${to}`);
  return [...byEnds.values()].map((same) => {
    const { between, to } = same[0]!;
    return `  ${between}|${same.map(({ label }) => label).join(', ')}| ${to}`;
  });
}
