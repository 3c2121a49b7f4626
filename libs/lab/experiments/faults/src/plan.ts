/** How much of everything is tried. */
export interface Plan {
  /** How many of the strikes in their order, and which parts they hit; undefined: all. */
  strikes: number;
  parts?: readonly string[];
  /** How often the microservices are started for services that fail. */
  launches: number;
  /** Phases of 1,280 requests in each launch before anything counts: code is compiled, and connections are opened. */
  warmUpPhases: number;
  /** How often each service fails in every launch. */
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
    warmUpPhases: 8,
    rounds: 1,
    services: ['users', 'companies', 'jobs'],
    besideOthers: ['dead', 'frozen', 'flapping'],
    signals: ['stopped', 'killed'],
  },
  quick: {
    strikes: 2,
    parts: ['monolith', 'jobs'],
    launches: 1,
    // More would take it beyond four minutes.
    warmUpPhases: 1,
    rounds: 4,
    services: ['jobs'],
    besideOthers: ['frozen', 'flapping'],
    processes: ['monolith', 'jobs service'],
    signals: ['killed'],
  },
};
