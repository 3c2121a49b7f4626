import type { Results } from '../results';
import { hasSeveralConfigurations, tabledCases } from './cases';

/** The requested `--precision`, and the operations that reached it early; undefined if none was requested. */
export function precisionInWords(results: Results): string | undefined {
  const { precision } = results.settings;
  if (precision === null) return undefined;
  const wanted = `an operation gets no more blocks once its interval is within ±${Number((100 * precision).toPrecision(3))} %`;
  if (tabledCases(results).some(({ pairs }) => pairs === null)) return `${wanted}; which were so early was not kept`;
  const early = results.outcome === 'complete' ? stoppedEarly(results) : [];
  return `${wanted}; ${early.length === 0 ? 'none was so early' : early.join(', ')}`;
}

/** "GET /jobs/:id after 6 of 12 pairs". */
function stoppedEarly(results: Results): string[] {
  const { settings } = results;
  const planned = settings.launches * settings.blocks;
  const several = hasSeveralConfigurations([results]);
  return tabledCases(results).flatMap(({ operation, configuration, pairs }) => {
    const which = several ? `${operation} (${configuration})` : operation;
    return pairs !== null && pairs < planned ? [`${which} after ${pairs} of ${planned} pairs`] : [];
  });
}
