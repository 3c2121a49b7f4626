interface Plan {
  /** Cold starts of each form, in rounds. */
  rounds: number;
  /** Requests to each instance once it is warm. */
  requests: number;
  /** Instances that answer at the same time. */
  instances: number;
}

export const plans: Record<'full' | 'quick', Plan> = {
  full: { rounds: 30, requests: 200, instances: 50 },
  quick: { rounds: 8, requests: 100, instances: 50 },
};
