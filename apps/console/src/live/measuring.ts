import { measurementsUnderway } from '@jobly/stack';

/** What is being measured on this machine. */
export interface Measuring {
  /** The experiment's name; null if nothing is measured. */
  current(): string | null;
  /** Calls when another experiment is measured, or none. */
  onChange(hear: () => void): void;
}

const LOOKS_EVERY_MS = 1_000;

/** Watches whether the lab measures on this machine, whoever has started it. */
export function watchMeasuring(announcements: string): Measuring {
  const look = () => measurementsUnderway(announcements)[0]?.experiment ?? null;
  let known = look();
  const hearers: (() => void)[] = [];
  setInterval(() => {
    const found = look();
    if (found === known) return;
    known = found;
    for (const hear of hearers) hear();
  }, LOOKS_EVERY_MS).unref();
  return {
    // Whoever is about to ask a stack must not be told what was true a second ago.
    current: look,
    onChange: (hear) => void hearers.push(hear),
  };
}
