import { residentMiB } from '@jobly/lab/instrument';
import type { PartName } from '@jobly/stack';
import type { Figures } from '../../api/architecture';
import type { Launcher } from '../launcher';
import { createCpuMeter } from './cpu-meter';
import { createHealthCheck } from './health';
import { createRate, type Rate } from './rates';

/** Reads what every process uses and does. */
export interface Sampler {
  /** The figures since the last call, or since the beginning. */
  sample(): Figures;
  /** Begins anew, after nobody has called for a while. */
  begin(): void;
}

export function createSampler(launcher: Pick<Launcher, 'parts' | 'onReceived' | 'onChange'>): Sampler {
  const rates = new Map<PartName, Rate>();
  launcher.onReceived((name, received) => {
    if (!rates.has(name)) rates.set(name, createRate());
    rates.get(name)!.counted(received);
  });
  const health = createHealthCheck(launcher);
  let cpu = createCpuMeter();
  return {
    begin: () => void (cpu = createCpuMeter()),
    sample() {
      health.ask();
      const percentOf = cpu.read(launcher.parts());
      return launcher.parts().map(({ name, pid }) => ({
        name,
        requestsPerS: pid === null ? null : (rates.get(name)?.now() ?? null),
        cpuPercent: pid === null ? null : percentOf(pid),
        memoryMiB: pid === null ? null : (residentMiB(pid) ?? null),
        health: pid === null ? null : health.of(name),
      }));
    },
  };
}
