import { asSentence, cpuPerThousand, type Figures, findingsOf, intervalInWords, threeDigits } from '@jobly/lab/results';

/** The jobs service as delivered, and where both ends of its call forget every token. */
export const FORGETFUL = { base: 'service', other: 'tokens anew' } as const;

/** What it would cost to sign and check a service token for every call. Undefined for a run that did not measure it. */
export function tokensInWords(figures: Figures): string | undefined {
  const finding = findingsOf([figures]).find(
    ({ base, other, metric }) => base === FORGETFUL.base && other === FORGETFUL.other && metric === cpuPerThousand.name,
  );
  const [row] = finding?.rows ?? [];
  if (!row) return undefined;
  const { interval, detectable } = row;
  const anew = 'to sign and check a token for every call, instead of remembering it, would take';
  // CPU ms for 1,000 requests are µs for one.
  return asSentence(
    detectable
      ? `${anew} ${threeDigits(interval.estimate)} µs (${intervalInWords(interval)}) of CPU time`
      : `${anew} no detectable CPU time`,
  );
}
