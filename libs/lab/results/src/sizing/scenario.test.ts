import { assumed, type Field, FIELDS, valueOf, written } from './scenario';

const field = (name: string): Field => FIELDS.find((one) => one.name === name)!;

describe('an assumption', () => {
  it('is written with its unit or without', () => {
    expect(valueOf(field('reads'), '90%')).toBe(0.9);
    expect(valueOf(field('reads'), '90')).toBe(0.9);
    expect(valueOf(field('roundTrip'), '0.5ms')).toBe(0.5);
    expect(valueOf(field('rate'), '500/s')).toBe(500);
    expect(valueOf(field('cpuHour'), '$0.04')).toBe(0.04);
  });

  it.each([
    ['rate', 'many', 'must be a number from 0.1/s to 1000000/s, not "many"'],
    ['rate', '500ms', 'must be a number from 0.1/s to 1000000/s, not "500ms"'],
    ['reads', '101%', 'must be a number from 0 % to 100 %, not "101%"'],
    ['replicas', '1.5', 'must be a whole number from 0 to 1000, not "1.5"'],
    ['roundTrip', '-1', 'must be a number from 0 ms to 1000 ms, not "-1"'],
  ])('is refused in a sentence: %s of %s', (name, text, wrong) => {
    expect(valueOf(field(name), text)).toEqual({ wrong });
  });

  it('has a usual value that can be written and read again', () => {
    for (const one of FIELDS) expect(valueOf(one, written(one, one.usual))).toBeCloseTo(one.usual, 9);
  });

  it('is said as people say it', () => {
    expect(assumed(field('available'), 0.999)).toBe('99.9 %');
    expect(assumed(field('replicas'), 0)).toBe('as many as needed');
    expect(assumed(field('cpuHour'), 0.04)).toBe('$0.04');
  });
});
