import { measureSpeed } from './speed';

it('the speed of a machine is that of each operation, in µs, and of none that it cannot do', async () => {
  const { rs256Us, jsonUs, queryUs } = await measureSpeed();
  // From the fastest machine to a very busy one: a wrong unit would be off by a thousand.
  for (const us of [rs256Us, jsonUs]) {
    expect(us).toBeGreaterThan(2);
    expect(us).toBeLessThan(20_000);
  }
  expect(queryUs).toBeNull();
});

it('a server that does not answer is no reason to keep silent', async () => {
  await expect(measureSpeed('postgresql://127.0.0.1:1/none')).rejects.toThrow('ECONNREFUSED');
});
