import { type Call, callsIn } from './clients';
import { importsOf } from './code/imports';
import type { Workspace } from './code/workspace';
import { eventsIn } from './contracts/events';
import { type Operation, operationsIn, ownersIn } from './contracts/operations';
import { type Tables, tablesOf } from './schema';
import { partsIn } from './topologies';

/** One method of a port, as the HTTP client of that port asks it. */
export interface Question {
  readonly port: string;
  readonly method: string;
  readonly operation: Operation;
}

/** One process of a topology, as its code defines it. */
export interface Process {
  readonly name: string;
  readonly port: number;
  /** The modules it is composed of; none for a gateway. */
  readonly modules: string[];
  readonly database: { readonly name: string; readonly tables: Tables } | undefined;
  /** Its questions to other processes. */
  readonly remote: Question[];
  /** The events that it delivers to other processes from its outbox, with the modules that handle them. */
  readonly events: { readonly topic: string; readonly consumer: string }[];
}

export interface Architecture {
  readonly topology: string;
  readonly processes: Process[];
  /** The questions from one module to another, wherever that one runs. */
  readonly questions: ReadonlyMap<string, Question[]>;
}

/** A topology as its code defines it. */
export function architectureOf(workspace: Workspace, topology: string): Architecture {
  const owners = ownersIn(workspace);
  const asked = callsIn(workspace).flatMap((call) => questionOf(workspace, call));
  const processes = partsIn(workspace)
    .filter((part) => part.topology === topology)
    .map(({ name, app, port, database }): Process => {
      const imports = importsOf(workspace, `apps/${app}/src/compose.ts`);
      const imported = new Set(imports.map((one) => one.name));
      const tables = tablesOf(workspace, app);
      const modules = owners.filter((owner) => imports.some(({ from }) => from === `@jobly/${owner}`));
      const recorded = eventsIn(workspace).filter(
        ({ producer, consumer }) => modules.includes(producer) && !modules.includes(consumer),
      );
      return {
        ...{ name, port, modules },
        database: database && tables && { name: database.name, tables },
        remote: asked.filter(({ client, isEvent }) => !isEvent && imported.has(client)),
        events: imported.has('createOutbox') ? recorded : [],
      };
    });
  const questions = asked.filter(({ isEvent }) => !isEvent);
  return {
    topology,
    processes,
    questions: new Map(owners.map((owner) => [owner, neededBy(workspace, owner, questions)])),
  };
}

/** A call as a question, if the contracts declare its operation. */
function questionOf(workspace: Workspace, { client, port, method, operation: name }: Call) {
  const operation = operationsIn(workspace).get(name);
  const isEvent = eventsIn(workspace).some(({ topic }) => topic === method);
  return operation ? [{ client, port, method, operation, isEvent }] : [];
}

/** A module imports both the ports that it needs and those that it offers. */
function neededBy(workspace: Workspace, owner: string, all: readonly Question[]): Question[] {
  const files = workspace.sources(`libs/${owner}/src`);
  const ports = new Set(files.flatMap((file) => importsOf(workspace, file)).map(({ name }) => name));
  return all.filter((question) => ports.has(question.port) && question.operation.owner !== owner);
}
