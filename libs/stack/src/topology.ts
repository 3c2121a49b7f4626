/**
 * The topologies that can be started: the application as one process, as services, or as one process whose port calls
 * go through JSON, and are made twice unless LOOPBACK_PORT_CALLS is `json`.
 */
export type Topology = 'monolith' | 'micro' | 'loopback';

export type PartName = 'monolith' | 'gateway' | 'users' | 'companies' | 'jobs' | 'loopback';

/** The names of the parts for people. */
export const titles: Record<PartName | 'postgres', string> = {
  postgres: 'PostgreSQL',
  monolith: 'monolith',
  gateway: 'microservices gateway',
  users: 'users service',
  companies: 'companies service',
  jobs: 'jobs service',
  loopback: 'loopback monolith',
};

/** A setting that the user gives in one variable; `appReads` is the app's own variable, if it differs. */
interface Variable {
  variable: string;
  appReads?: string;
}

/** One process of a topology. */
export interface Blueprint {
  name: PartName;
  topology: Topology;
  /** The folder below dist/apps. */
  app: string;
  port: Variable & { fallback: number };
  database?: Variable & { name: string };
  /** The variable by which the other services find this one. */
  urlVariable?: string;
}

export const blueprints: Blueprint[] = [
  {
    name: 'monolith',
    topology: 'monolith',
    app: 'monolith',
    port: { variable: 'MONOLITH_PORT', fallback: 3001 },
    database: { variable: 'DATABASE_URL', name: 'jobly' },
  },
  { name: 'gateway', topology: 'micro', app: 'gateway', port: { variable: 'GATEWAY_PORT', fallback: 3002 } },
  {
    name: 'users',
    topology: 'micro',
    app: 'users-service',
    port: { variable: 'USERS_PORT', fallback: 3011 },
    database: { variable: 'USERS_DATABASE_URL', name: 'jobly_users' },
    urlVariable: 'USERS_URL',
  },
  {
    name: 'companies',
    topology: 'micro',
    app: 'companies-service',
    port: { variable: 'COMPANIES_PORT', fallback: 3012 },
    database: { variable: 'COMPANIES_DATABASE_URL', name: 'jobly_companies' },
    urlVariable: 'COMPANIES_URL',
  },
  {
    name: 'jobs',
    topology: 'micro',
    app: 'jobs-service',
    port: { variable: 'JOBS_PORT', fallback: 3013 },
    database: { variable: 'JOBS_DATABASE_URL', name: 'jobly_jobs' },
    urlVariable: 'JOBS_URL',
  },
  {
    name: 'loopback',
    topology: 'loopback',
    app: 'monolith',
    port: { variable: 'LOOPBACK_PORT', fallback: 3003, appReads: 'MONOLITH_PORT' },
    database: { variable: 'LOOPBACK_DATABASE_URL', name: 'jobly_loopback', appReads: 'DATABASE_URL' },
  },
];
