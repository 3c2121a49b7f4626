import {
  cpuBetween,
  type CpuTimes,
  cpuTimes,
  droppedConnections,
  eachOf,
  type MachineTimes,
  machineTimes,
  othersBetween,
} from '@jobly/lab/instrument';
import type { MeasuredBlock } from '@jobly/lab/results';
import type { Arm } from '../experiment/arm';

/** Reads what a block costs, and what else the machine does meanwhile. */
export interface Meter {
  /** To be called just before the block begins. */
  start(): void;
  /** To be called just after it has ended. */
  read(): Pick<MeasuredBlock, 'cpuMs' | 'othersCpu' | 'droppedConnections'>;
}

interface Reading {
  dropped: number | undefined;
  machine: MachineTimes | undefined;
  cpu: CpuTimes | undefined;
}

/** A meter for the blocks of one arm. */
export function createMeter({ processes, home }: Arm): Meter {
  const pids = processes ? eachOf(processes).map(({ pid }) => pid) : [];
  const also = processes?.postgres ? [...pids, processes.postgres.pid] : pids;
  // A stack that somebody else has started cannot be told from the rest of the machine.
  const isKnown = processes !== undefined || home === undefined;
  const cpu = () => processes && cpuTimes(processes);
  const machine = () => (isKnown ? machineTimes(also) : undefined);
  let before: Reading | undefined;
  return {
    start() {
      before = { dropped: droppedConnections(), machine: machine(), cpu: cpu() };
    },
    read() {
      const cpuMs = cpuBetween(before?.cpu, cpu());
      const othersCpu = othersBetween(before?.machine, machine());
      return { cpuMs, othersCpu, droppedConnections: countBetween(before?.dropped, droppedConnections()) };
    },
  };
}

const countBetween = (before: number | undefined, after: number | undefined): number | null =>
  before === undefined || after === undefined ? null : after - before;
