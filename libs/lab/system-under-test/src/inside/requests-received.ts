import { type CountedProcess, type Labels, metricsOf, ofTheApplication, sumOf } from './metrics';

/**
 * How many requests a process has received so far, those that it has refused included, without scrapes and health
 * checks. One scrape, which an overloaded process answers, too.
 * @throws Failure where it shows no metrics
 */
export async function requestsReceived(process: CountedProcess): Promise<number> {
  const samples = await metricsOf(process);
  return (
    sumOf(samples, 'http_request_duration_seconds_count', ofTheApplication) +
    sumOf(samples, 'admission_refusals_total', isAtTheDoor)
  );
}

/** Others are refused on behalf of a neighbour, and counted as answered, too. */
const isAtTheDoor = ({ what }: Labels) => what === 'The server';
