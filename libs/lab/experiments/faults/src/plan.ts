/** How much of everything is tried. */
export interface Plan {
  /** How many of the strikes in their order, and which parts they hit; undefined: all. */
  strikes: number;
  parts?: readonly string[];
  /** How often the microservices are started for neighbours that fail, and how often each fails in every launch. */
  launches: number;
  rounds: number;
  /** The services that fail beside others. */
  services: readonly string[];
  /** The processes that signals reach; undefined: all. */
  processes?: readonly string[];
}

export const plans: Record<'full' | 'quick', Plan> = {
  full: { strikes: 5, launches: 4, rounds: 1, services: ['users', 'companies', 'jobs'] },
  quick: {
    strikes: 2,
    parts: ['database', 'monolith', 'database of jobs', 'jobs'],
    launches: 1,
    rounds: 4,
    services: ['jobs'],
    processes: ['monolith', 'jobs service'],
  },
};
