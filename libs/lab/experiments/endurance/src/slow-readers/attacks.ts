/** Clients that ask for long answers and hardly read them. */
export interface Attack {
  name: string;
  connections: number;
  /** Requests that each connection sends at once. */
  pipelined: number;
}

export const attacks: readonly Attack[] = [
  { name: '1 slow reader', connections: 1, pipelined: 1 },
  { name: '100 slow readers', connections: 100, pipelined: 1 },
  { name: '100 slow readers, 16 requests each', connections: 100, pipelined: 16 },
];
