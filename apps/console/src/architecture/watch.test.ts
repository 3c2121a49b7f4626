import { createWatch } from './watch';

const { jest } = import.meta;
beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function aWatch(measuring: () => string | null = () => null) {
  const happened: string[] = [];
  const note = (what: string) => () => void happened.push(what);
  const watch = createWatch(measuring, { begin: note('begin'), tick: note('tick'), end: note('end') });
  return { watch, happened };
}

test('figures are taken once a second for as long as a page says that it is there', () => {
  const { watch, happened } = aWatch();
  watch.seen();
  jest.advanceTimersByTime(3_000);
  expect(happened).toEqual(['begin', 'tick', 'tick', 'tick']);
  watch.seen();
  jest.advanceTimersByTime(20_000);
  expect(happened.slice(-2)).toEqual(['tick', 'end']);
  expect(happened.filter((what) => what === 'tick')).toHaveLength(12);
  expect(watch.isOn()).toBe(false);
});

test('nothing is asked while something is measured', () => {
  let measured: string | null = null;
  const { watch, happened } = aWatch(() => measured);
  watch.seen();
  measured = 'compare';
  jest.advanceTimersByTime(5_000);
  watch.seen();
  expect(happened).toEqual(['begin', 'end']);
});
