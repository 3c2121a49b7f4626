export type StackName = 'monolith' | 'micro';

export const stackNames: readonly StackName[] = ['monolith', 'micro'];
