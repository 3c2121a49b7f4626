/** The names of the tables from which the conclusion is drawn. */
export const STRUCTURE = 'structure';
export const FUNCTIONS = 'functions';
export const BREACHES = 'breaches';
export const BEHAVIOUR = 'behaviour';
export const AVAILABILITY = 'availability';
export const EDGES = 'edges';

/** The row of the functions inside modules, which every topology has. */
export const INSIDE = 'inside';

/** The rows of calls that the code declares and nobody has made. */
export const UNSEEN = 'unseen';

/** The row of all operations together. */
export const ALL = 'all';
