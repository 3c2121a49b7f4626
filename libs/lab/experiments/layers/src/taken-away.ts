/** Names what a preloaded service's calls lack, separated by commas. */
export const TAKEN_AWAY = 'LAB_TAKEN_AWAY';

/** What can be taken away from a service's calls. */
export type TakenAway = 'axios' | 'policy' | 'memory of tokens';
