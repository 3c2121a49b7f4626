export type StackName = 'monolith' | 'micro';

export const services = ['users', 'companies', 'jobs'] as const;

export type ElasticPart = 'monolith' | 'gateway' | (typeof services)[number];

/** The processes of a stack that scale, each by itself; the one that the public asks comes last. */
export const PARTS: Record<StackName, readonly ElasticPart[]> = {
  monolith: ['monolith'],
  micro: [...services, 'gateway'],
};
