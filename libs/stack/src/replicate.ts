import { StartError, originOf } from '@jobly/contracts';
import type { Holdings } from './bring-up';
import { environmentOf } from './environment';
import { type PartProcess, launch } from './part-process';
import { type Plan, hostIn } from './plan';
import { freePort } from './ports';
import { type PartName, titles } from './topology';

/** One more process of a part that runs already. */
export interface Replica extends PartProcess {
  /** Known before it is ready. */
  url: string;
}

/**
 * Starts another replica of a part on a free port, with the same databases, secrets and neighbours. Resolves when the
 * process exists; `ready` resolves when it can serve. The replica ends with the stack, if not before.
 * @param env variables in addition to those of the stack; they take precedence. HOST and the variable of the part's
 * port say where it listens: by default at a free port of the stack's host.
 * @throws StartError for a part that the stack does not have, or a HOST that is no host.
 */
export async function replicate(
  plan: Plan,
  { processes, provisions }: Holdings,
  name: PartName,
  env: Record<string, string> = {},
): Promise<Replica> {
  const part = plan.parts.find((one) => one.name === name);
  if (!provisions || !part) throw new StartError(`There is no ${titles[name]} to be replicated.`);
  const host = env['HOST'] ? hostIn(env) : plan.host;
  const port = Number(env[part.port.variable]) || (await freePort(host));
  const ports = { ...provisions.ports, [name]: port };
  const replica = launch(
    part,
    { ...plan, logOf: (of) => plan.logOf(of).replace(/\.log$/, `-${host}-${port}.log`) },
    environmentOf(part, { ...plan, host, given: { ...plan.given, ...env } }, { ...provisions, ports }),
  );
  processes.push(replica);
  // The caller may await `ready` only after it has failed.
  replica.ready.catch(() => {});
  return { ...replica, url: originOf(host, port) };
}
