import { startCollector } from '@jobly/trace-store';

/**
 * Does the work with the variables that make every process export its spans to a collector, which keeps them in the
 * directory for as long as the work takes.
 */
export async function withTraces<T>(directory: string, work: (env: Record<string, string>) => Promise<T>): Promise<T> {
  const { url, close } = await startCollector(directory);
  try {
    return await work({ OTEL_EXPORTER_OTLP_ENDPOINT: url });
  } finally {
    await close();
  }
}
