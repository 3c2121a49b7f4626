export const stackNames = ['monolith', 'micro'] as const;
export type StackName = (typeof stackNames)[number];

/** Connections of each process to its database: as many for the whole stack in both. */
export const POOLS: Record<StackName, Readonly<Record<string, number>>> = {
  monolith: { monolith: 15 },
  micro: { 'users service': 5, 'companies service': 5, 'jobs service': 5 },
};

/** The variables that make it so. */
export const POOL_SETTINGS = { MONOLITH_POOL: '15', USERS_POOL: '5', COMPANIES_POOL: '5', JOBS_POOL: '5' };
