import { performance } from 'node:perf_hooks';
import {
  type LoadRequest,
  machineTimes,
  type Observed,
  othersBetween,
  seededRandom,
  seedOf,
  sendAll,
} from '@jobly/lab/instrument';
import type { Scene } from '@jobly/lab/runner';
import { autoscale } from './autoscaler/autoscale';
import type { Capacity } from './calibration';
import type { ElasticPart, StackName } from './fleet/parts';
import type { Fleet } from './fleet/start-fleet';
import { sampled } from './fleet/supply';
import { arrivalsAlong } from './load/arrivals-along';
import type { LoadCurve } from './load/curves';
import { BOUNDS, LEAD_IN_MS, PEAK_REPLICAS, STEP_MS, TARGET_SHARE } from './plan';

/** A deployment along a curve, at equal steps of time. */
export interface Followed {
  demand: number[];
  supply: number[];
  /** CPU time that it used from the beginning of the curve to its end (ms). */
  cpuMs: number;
}

/** One curve, and how a fleet followed it. */
export interface Course {
  stack: StackName;
  curve: LoadCurve['name'];
  durationMs: number;
  observed: Observed[];
  deployments: ReadonlyMap<ElasticPart, Followed>;
  /** The share of the time in which this process, which sends the requests, was busy. */
  generatorBusy: number;
  /** The share of all CPUs' time that went to others than the lab; null if unknown. */
  others: number | null;
  /** Replicas that did not end as they were asked to. */
  cut: number;
}

/** Leads a fleet along a curve, from one replica of each process. */
export async function follow(
  { seed, run, signal }: Scene,
  stack: StackName,
  { origin, deployments }: Fleet,
  requests: readonly LoadRequest[],
  capacities: ReadonlyMap<ElasticPart, Capacity>,
  curve: LoadCurve,
  repetition: number,
): Promise<Course> {
  const peak = PEAK_REPLICAS * Math.min(...Array.from(capacities.values(), ({ capacity }) => capacity));
  const random = seededRandom(seedOf(seed, `${stack} ${curve.name}`, repetition));
  const leadIn = { ...curve, durationMs: LEAD_IN_MS, shareAt: () => curve.shareAt(0) };
  const due = [
    ...arrivalsAlong(leadIn, peak, random).map((ms) => ms - LEAD_IN_MS),
    ...arrivalsAlong(curve, peak, random),
  ];
  const planned = due.map((dueMs, index) => ({ dueMs, request: requests[index % requests.length]! }));

  for (const { scale, settled } of deployments.values()) {
    scale(BOUNDS.least);
    await settled();
  }
  const cutBefore = cutIn(deployments);
  const scaling = Array.from(deployments, ([part, deployment]) => {
    const { capacity, received } = capacities.get(part)!;
    return autoscale(deployment, { ...BOUNDS, perReplica: TARGET_SHARE * capacity * received });
  });
  try {
    let fromMs = 0;
    const cpuAt = () => new Map(Array.from(deployments, ([part, { cpuMs }]) => [part, cpuMs()]));
    let [before, after] = [cpuAt(), cpuAt()];
    let busy = performance.eventLoopUtilization();
    let [machine, others] = [machineTimes(), null as number | null];
    const begin = () => {
      fromMs = performance.now();
      before = cpuAt();
      busy = performance.eventLoopUtilization();
      machine = machineTimes();
    };
    const end = () => {
      after = cpuAt();
      busy = performance.eventLoopUtilization(busy);
      others = othersBetween(machine, machineTimes());
    };
    const events = [
      { dueMs: 0, act: begin },
      { dueMs: curve.durationMs, act: end },
    ];
    const label = `${run.id}-${stack}-${repetition}`;
    const observed = await sendAll(origin, planned, events, { label, signal });
    const steps = { fromMs, durationMs: curve.durationMs, stepMs: STEP_MS };
    return {
      ...{ stack, curve: curve.name, durationMs: curve.durationMs },
      observed: observed.filter(({ dueMs }) => dueMs >= 0),
      generatorBusy: busy.utilization,
      others,
      cut: cutIn(deployments) - cutBefore,
      deployments: new Map(
        Array.from(deployments, ([part, { supply }]) => [
          part,
          {
            demand: demandOf(curve, peak / capacities.get(part)!.capacity),
            supply: sampled(supply, steps),
            cpuMs: after.get(part)! - before.get(part)!,
          },
        ]),
      ),
    };
  } finally {
    scaling.forEach(({ stop }) => stop());
  }
}

const cutIn = (deployments: Fleet['deployments']) =>
  Array.from(deployments.values()).reduce((sum, { cut }) => sum + cut(), 0);

/** The replicas that the load needs at each step, if so many were fully used at its peak. */
const demandOf = ({ durationMs, shareAt }: LoadCurve, atPeak: number): number[] =>
  Array.from({ length: Math.round(durationMs / STEP_MS) }, (_, index) =>
    Math.max(1, Math.ceil(atPeak * shareAt((index + 0.5) * STEP_MS))),
  );
