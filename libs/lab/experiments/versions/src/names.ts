export const STACKS = ['monolith', 'micro'] as const;

/** The names of the other version's arms. */
export const OTHER = { monolith: 'monolith: other', micro: 'micro: other' } as const;
