import type { Workload } from '@jobly/lab/system-under-test';
import type { Arm } from './arm';
import type { Load } from './settings';

/** Who may use which CPUs. */
export interface Configuration {
  name: string;
  /** Which processes, on which CPUs, in the words of the report. */
  description: string;
  /** All processes of all stacks, PostgreSQL included, share this many CPUs; as many as there are if not given. */
  cpus?: number;
}

/** An operation under one load in one configuration, with the arms that are compared on it. */
export interface Case {
  /** Unlike any other of the run: the workload's name, with what sets it apart. */
  name: string;
  workload: Workload;
  arms: Arm[];
  configuration: Configuration;
  /** The experiment's own load if not given. */
  load?: Load;
}
