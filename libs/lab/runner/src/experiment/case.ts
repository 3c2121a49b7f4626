import type { Workload } from '@jobly/lab/system-under-test';
import type { Arm } from './arm';
import type { Load } from './settings';

/** The CPUs that processes may use. */
export interface Configuration {
  name: string;
  /** The processes and their CPUs, in the words of the report. */
  description: string;
  /** The number of CPUs that all processes of all stacks share, PostgreSQL included; all CPUs by default. */
  cpus?: number;
}

/** An operation under one load in one configuration, with the arms that are compared on it. */
export interface Case {
  /** Unique within the run: the workload's name, with the distinguishing properties. */
  name: string;
  workload: Workload;
  arms: Arm[];
  configuration: Configuration;
  /** The experiment's own load by default. */
  load?: Load;
  /** Its own number (even, per launch) and length of blocks; the experiment's by default. */
  blocks?: { pairs: number; blockMs: number; leadInMs: number };
}
