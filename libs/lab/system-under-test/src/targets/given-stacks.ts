import { Failure } from '@jobly/lab/instrument';
import type { Stacks } from './stacks';

export interface GivenAddresses {
  monolith: string;
  micro: string;
  admin: { username: string; password: string };
}

/** Stacks that run already, whoever started them. */
export function givenStacks({ monolith, micro, admin }: GivenAddresses): Stacks {
  if (monolith === micro) throw new Failure(`--monolith and --micro name the same server, ${monolith}.`);
  return {
    monolith: { origin: monolith },
    micro: { origin: micro },
    admin,
    died: new Promise(() => {}),
    close: async () => {},
  };
}
