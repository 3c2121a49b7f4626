/** The names of the tables from which the conclusion is drawn. */
export const STRUCTURE = 'structure';
export const FUNCTIONS = 'functions';
export const BREACHES = 'breaches';
export const BEHAVIOUR = 'behaviour';
export const AVAILABILITY = 'availability';

/** The row of the functions inside modules, which every topology has. */
export const INSIDE = 'inside';

/** The row of all operations together. */
export const ALL = 'all';
