/** The stacks that can run in containers. */
export type StackName = 'monolith' | 'soa' | 'micro';

/** A process of a stack, under its name in the compose file. */
interface Replicated {
  service: string;
  /** The compose variables for the number of its replicas, and for the CPU of each. */
  replicas: string;
  cpus: string;
  /** The CPU of a single replica. */
  defaultCpus: number;
}

export interface ContainerStack {
  name: StackName;
  /** Compose file, below the root of the workspace. */
  file: string;
  /** The published service, and its port. */
  nginx: string;
  port: { variable: string; fallback: number };
  /** The processes that can have replicas, the one behind nginx first. */
  processes: readonly [Replicated, ...Replicated[]];
}

const replicated = (service: string, defaultCpus: number): Replicated => {
  const prefix = service.toUpperCase().replace('-', '_');
  return { service, replicas: `${prefix}_REPLICAS`, cpus: `${prefix}_CPUS`, defaultCpus };
};

const stacks: Record<StackName, ContainerStack> = {
  monolith: {
    name: 'monolith',
    file: 'docker-compose.monolith.yml',
    nginx: 'monolith-nginx',
    port: { variable: 'MONOLITH_PORT', fallback: 3001 },
    processes: [replicated('monolith', 2)],
  },
  soa: {
    name: 'soa',
    file: 'docker-compose.soa.yml',
    nginx: 'soa-nginx',
    port: { variable: 'SOA_GATEWAY_PORT', fallback: 3004 },
    processes: [replicated('soa-gateway', 0.5), replicated('accounts', 0.5), replicated('catalogue', 1)],
  },
  micro: {
    name: 'micro',
    file: 'docker-compose.micro.yml',
    nginx: 'micro-nginx',
    port: { variable: 'GATEWAY_PORT', fallback: 3002 },
    processes: [
      replicated('gateway', 0.5),
      replicated('users', 0.5),
      replicated('companies', 0.5),
      replicated('jobs', 0.5),
    ],
  },
};

/** The choices of the command line; both are the two that the project is about. */
export const choices = ['monolith', 'soa', 'micro', 'both'] as const;

export const stacksOf = (choice: (typeof choices)[number]): ContainerStack[] =>
  choice === 'both' ? [stacks.monolith, stacks.micro] : [stacks[choice]];
