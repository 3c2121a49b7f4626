import { invalid } from '@jobly/contracts';
import { Failure } from '@jobly/lab/instrument';
import type { Response } from 'express';
import type { SeriesLine } from '../../../api/request';
import type { Question } from '../question';
import type { Turns } from '../turns';
import { longerOf, timesOf } from './figures';
import { type Arm, sendSeries } from './send-series';

/**
 * Sends a series, and tells its page each time at once, one JSON document a line. It ends with the page.
 * @param arms logs in where that is needed
 * @throws Problem if that must not be, or not now
 */
export async function respondWithSeries(
  response: Response,
  question: Question,
  turns: Turns,
  arms: () => Promise<Arm[]>,
): Promise<void> {
  if (question.path.startsWith('/auth/')) {
    throw invalid('Log-ins and registrations are rate-limited, so they are not repeated');
  }
  const page = new AbortController();
  response.once('close', () => page.abort());
  const say = (line: SeriesLine) => response.write(`${JSON.stringify(line)}\n`);
  await turns.series(async (check) => {
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store' });
    try {
      const series = await sendSeries(await arms(), question, (sample) => say({ sample }), check, page.signal);
      say({ times: timesOf(series), longer: longerOf(series) });
    } catch (error) {
      if (page.signal.aborted) return;
      if (!(error instanceof Failure)) throw error;
      say({ ended: error.message });
    }
    response.end();
  });
}
