/** The published figures of elasticity over one load curve. */
export interface Elasticity {
  /** Missing replicas, and those that nobody needs, on average over the whole time. */
  accuracyU: number;
  accuracyO: number;
  /** The shares of the time with too few and with too many. */
  timeshareU: number;
  timeshareO: number;
  /** How many more times a minute the supply changes than the demand; negative if it changes less often. */
  jitter: number;
  /** How long it took on average from the need for a replica until there were enough again (ms); null if there always were. */
  shortageMs: number | null;
}

/**
 * Supply against demand, both sampled at the same equal steps.
 *
 * Herbst, Kounev and Reussner, "Elasticity in Cloud Computing: What It Is, and What It Is Not", ICAC 2013: ΣU ÷ T, ΣO ÷ T
 * and A, the average time to leave an under-provisioned state; under the names and with the time shares and the jitter of
 * Herbst, Kounev, Weber and Groenda, "BUNGEE: An Elasticity Benchmark for Self-Adaptive IaaS Cloud Environments", SEAMS
 * 2015.
 */
export function elasticityOf(demand: readonly number[], supply: readonly number[], stepMs: number): Elasticity {
  const missing = demand.map((needed, index) => needed - supply[index]!);
  const share = (of: (missing: number) => number) => missing.reduce((sum, one) => sum + of(one), 0) / missing.length;
  const minutes = (demand.length * stepMs) / 60_000;
  const timeshareU = share((one) => (one > 0 ? 1 : 0));
  const shortages = missing.filter((one, index) => one > 0 && !(missing[index - 1]! > 0)).length;
  return {
    accuracyU: share((one) => Math.max(0, one)),
    accuracyO: share((one) => Math.max(0, -one)),
    timeshareU,
    timeshareO: share((one) => (one < 0 ? 1 : 0)),
    jitter: (changesIn(supply) - changesIn(demand)) / minutes,
    shortageMs: shortages === 0 ? null : (timeshareU * demand.length * stepMs) / shortages,
  };
}

const changesIn = (values: readonly number[]) =>
  values.slice(1).filter((value, index) => value !== values[index]!).length;
