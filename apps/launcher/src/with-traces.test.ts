import { withTraces } from './with-traces';

const statusAt = async (endpoint: string) =>
  (await fetch(`${endpoint}/v1/traces`, { method: 'POST', body: '{}' })).status;

test('spans are collected for as long as the work takes, also where it fails', async () => {
  let endpoint = '';
  const work = withTraces('nowhere', async ({ OTEL_EXPORTER_OTLP_ENDPOINT: given }) => {
    endpoint = given!;
    expect(await statusAt(endpoint)).toBe(400);
    throw new Error('Out of cheese');
  });
  await expect(work).rejects.toThrow('Out of cheese');
  await expect(statusAt(endpoint)).rejects.toThrow();
});
