/** The names of the tables from which the conclusion is drawn. */
export const TOUCHED = 'touched';
export const SUITE = 'suite';
export const ORDER = 'order';

/** The subject of a row: a feature in a topology, or all features there. */
export const ALL = 'all features';
export const keyOf = (feature: string, topology: string): string => `${feature} ${topology}`;
