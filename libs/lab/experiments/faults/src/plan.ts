/** How much of everything is tried. */
export interface Plan {
  /** How many of the strikes in their order, and which parts they hit; undefined: all. */
  strikes: number;
  parts?: readonly string[];
  /** How often the microservices are started for services that fail, and how often each fails in every launch. */
  launches: number;
  rounds: number;
  services: readonly string[];
  besideOthers: readonly string[];
  /** The processes that signals reach, undefined being all, and what these do to them. */
  processes?: readonly string[];
  signals: readonly ('stopped' | 'killed')[];
}

export const plans: Record<'full' | 'quick', Plan> = {
  full: {
    strikes: 5,
    launches: 4,
    rounds: 1,
    services: ['users', 'companies', 'jobs'],
    besideOthers: ['dead', 'frozen', 'flapping'],
    signals: ['stopped', 'killed'],
  },
  quick: {
    strikes: 2,
    parts: ['monolith', 'jobs'],
    launches: 1,
    rounds: 4,
    services: ['jobs'],
    besideOthers: ['frozen', 'flapping'],
    processes: ['monolith', 'jobs service'],
    signals: ['killed'],
  },
};
