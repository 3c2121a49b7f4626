import { madeUpResults } from '../results.fixture';
import { speedInWords } from './speed';

const at = (speed?: { rs256Us: number; jsonUs: number; queryUs: number | null }) =>
  speedInWords({ machine: { ...madeUpResults().machine, speed } });

it('the speed of the machine is told in µs, without a query where no server ran, and not at all if unknown', () => {
  expect(at({ rs256Us: 41.26, jsonUs: 71.04, queryUs: 123.4 })).toBe(
    '41.3 µs to verify a token (RS256), 71.0 µs to write and parse 10 kB of JSON, 123 µs for SELECT 1',
  );
  expect(at({ rs256Us: 41.26, jsonUs: 71.04, queryUs: null })).toMatch(/JSON$/);
  expect(at()).toBeUndefined();
});
