import { type Allowance, type Tally, afterFailure, allowance, failuresIn, restLeft } from './throttle';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const LIMIT = 20;
const allowed = allowance(LIMIT);
const none: Tally = { forgottenAt: 0, restsUntil: 0 };

interface Circumstances {
  rule?: Allowance;
  free?: number;
  at?: number;
}

/** The rests, in seconds, after failures one after another, each as soon as it may be made. */
function restsAfter(failures: number, { rule = allowed, free, at = 0 }: Circumstances = {}): number[] {
  const rests: number[] = [];
  let now = at;
  let tally = none;
  for (let i = 0; i < failures; i += 1) {
    tally = afterFailure(tally, rule, now, free);
    rests.push((tally.restsUntil - now) / SECOND);
    now = tally.restsUntil;
  }
  return rests;
}

/** The tally after so many failures at the same time. */
function tallyOf(failures: number, now: number, rule: Allowance = allowed): Tally {
  let tally = none;
  for (let i = 0; i < failures; i += 1) tally = afterFailure(tally, rule, now);
  return tally;
}

test('failures up to the allowance cost no rest', () => {
  expect(restsAfter(LIMIT - 1)).toEqual(Array(LIMIT - 1).fill(0));
});

test('from then on each costs twice the rest of the one before, up to a quarter of an hour', () => {
  const rests = Array.from({ length: 12 }, (_, more) => tallyOf(LIMIT + more, 0).restsUntil / SECOND);
  expect(rests).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
});

test('whoever makes each guess as soon as it may be made has 125 in a day, and 96 on each further one', () => {
  const day = 24 * 60 * MINUTE;
  const guesses = [0, 0];
  let tally = none;
  for (let now = 0; now < 2 * day; now = tally.restsUntil) {
    tally = afterFailure(tally, allowed, now);
    guesses[Math.floor(now / day)]! += 1;
  }
  expect(guesses).toEqual([125, 96]);
});

test('a rest is over at its end, and when the clock has been set back so far that it seems longer than any', () => {
  const left = [-1, 0, 1, 900, 901, 7_200].map((seconds) => restLeft({ ...none, restsUntil: seconds * SECOND }, 0));
  expect(left).toEqual([0, 0, SECOND, 900 * SECOND, 0, 0]);
});

test('a failure is forgiven every quarter of an hour', () => {
  const tally = tallyOf(5, 0);
  const failures = [0, 15, 30, 75, 1_000].map((minutes) => failuresIn(tally, allowed, minutes * MINUTE));
  expect(failures).toEqual([5, 4, 3, 0, 0]);
});

test('a failure that is partly forgiven counts as one, so that a slow guesser has no more than the allowance', () => {
  let tally = none;
  for (let at = 0; at < LIMIT; at += 1) tally = afterFailure(tally, allowed, at * 10 * SECOND);
  expect(tally.restsUntil).toBe((LIMIT - 1) * 10 * SECOND + SECOND);
});

test('many times the allowance are forgiven so many times as fast', () => {
  const rule = allowance(LIMIT, 10);
  expect(rule).toEqual({ failures: 200, forgiveMs: 90 * SECOND });
  expect(failuresIn(tallyOf(5, 0, rule), rule, 3 * MINUTE)).toBe(3);
});

test('fewer free failures make rests begin earlier, and no longer', () => {
  expect(restsAfter(3, { free: 1 })).toEqual([1, 2, 4]);
  expect(restsAfter(13, { free: 1 }).at(-1)).toBe(900);
});

test('however many failures there were, the bucket holds what is forgiven in a few hours', () => {
  expect(failuresIn(tallyOf(10_000, 0), allowed, 0)).toBe(LIMIT + 10);
});

test('with an allowance of one, the first failure costs a rest', () => {
  expect(restsAfter(3, { rule: allowance(1) })).toEqual([1, 2, 4]);
});

test('what a rest is does not depend on the time of day', () => {
  const at = Date.UTC(2026, 10, 30);
  expect(restsAfter(LIMIT + 5, { at })).toEqual(restsAfter(LIMIT + 5));
});
