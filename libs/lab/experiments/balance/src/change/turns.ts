/** When a replica dies and another is started, in ms from the beginning of its turn; and when the turn begins and ends. */
export interface Turn {
  beginMs: number;
  killedMs: number;
  startedMs: number;
  durationMs: number;
}

/** The first death is looked at for long, to see the shares become even; the others show how often something fails. */
const FIRST = {
  full: { killedMs: 3_000, startedMs: 6_000, durationMs: 15_000 },
  quick: { killedMs: 1_500, startedMs: 3_000, durationMs: 8_000 },
};
const FURTHER = { killedMs: 500, startedMs: 1_500, durationMs: 8_000 };

const DEATHS = { full: 20, quick: 5 };

/** One turn for every death, each beginning when the one before ends. */
export function turnsOf(quick: boolean): Turn[] {
  const length = quick ? 'quick' : 'full';
  const first = FIRST[length];
  return Array.from({ length: DEATHS[length] }, (_, turn) =>
    turn === 0 ? { ...first, beginMs: 0 } : { ...FURTHER, beginMs: first.durationMs + (turn - 1) * FURTHER.durationMs },
  );
}
