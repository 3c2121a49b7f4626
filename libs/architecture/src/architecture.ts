import { globSync } from 'node:fs';
import { type Owner, type Topic, operations, topicsOf } from '@jobly/contracts';
import { blueprints } from '@jobly/stack';
import { type Question, clientsIn } from './clients';
import { type Tables, tablesOf } from './schema';
import { importsOf } from './source';

/** One process of a topology, as its code defines it. */
export interface Process {
  readonly name: string;
  readonly port: number;
  /** The modules it is composed of; none for a gateway. */
  readonly modules: Owner[];
  readonly database?: { readonly name: string; readonly tables: Tables };
  /** Its questions to other processes. */
  readonly remote: Question[];
  /** The events that it delivers to other processes from its outbox. */
  readonly events: Topic[];
}

export interface Architecture {
  readonly topology: string;
  readonly processes: Process[];
  /** The questions from one module to another, wherever that one runs. */
  readonly questions: ReadonlyMap<Owner, Question[]>;
}

const CLIENTS = 'libs/service-clients/src/ports.ts';

const owners = [...new Set(Object.values(operations).map(({ owner }) => owner))];

/** A topology as its code defines it; read at the root of the repository. */
export function architectureOf(topology: string): Architecture {
  const clients = clientsIn(CLIENTS);
  return {
    topology,
    processes: blueprints
      .filter((part) => part.topology === topology)
      .map(({ name: process, app, port, database }): Process => {
        const imports = importsOf(`apps/${app}/src/compose.ts`);
        const tables = tablesOf(app);
        const modules = owners.filter((owner) => imports.some(({ from }) => from === `@jobly/${owner}`));
        const hasOutbox = imports.some(({ name }) => name === 'createOutbox');
        return {
          name: process,
          port: port.fallback,
          modules,
          database: database && tables && { name: database.name, tables },
          remote: imports.flatMap((imported) => clients.get(imported.name) ?? []),
          events: hasOutbox ? modules.flatMap(topicsOf) : [],
        };
      }),
    questions: new Map(owners.map((owner) => [owner, questionsOf(owner, [...clients.values()].flat())])),
  };
}

/** A module imports both the ports that it needs and those that it offers. */
function questionsOf(owner: Owner, all: readonly Question[]): Question[] {
  const files = globSync(`libs/${owner}/src/**/*.ts`, { exclude: ['**/generated/**'] }).sort();
  const ports = new Set(files.flatMap(importsOf).map(({ name }) => name));
  return all.filter((question) => ports.has(question.port) && question.operation.owner !== owner);
}
