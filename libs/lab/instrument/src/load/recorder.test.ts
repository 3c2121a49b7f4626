import { merged } from '../statistics/histogram';
import { createRecorder } from './recorder';

const request = { method: 'GET', path: '/', expect: 200 } as const;
const ok = { status: 200, bytes: 10 };

/**
 * A server that stalls for 500 ms every 5 s and otherwise answers at once, under an open loop of 200 requests per
 * second. There is no clock, so that the recorded values can be compared with the true ones to the last digit.
 */
function meetStalls() {
  const recorder = createRecorder();
  for (let due = 2.5; due < 10_000; due += 5) {
    const intoPeriod = due % 5_000;
    const settled = intoPeriod < 500 ? due - intoPeriod + 500 : due;
    recorder.settle(request, ok, { due, begun: due, sent: due, settled }, true);
  }
  return recorder.result();
}

describe('the recorder', () => {
  it('reads a stalling server right, which a closed loop would call fast', () => {
    const response = merged([meetStalls().response]);
    expect(response.percentile(50)).toBe(0);
    expect(Math.abs(response.percentile(95)! - 250)).toBeLessThan(3);
    expect(Math.abs(response.percentile(99)! - 450)).toBeLessThan(3);
  });

  it('counts from when a request was due, and beside it from when it was sent; a wait for a connection is not late', () => {
    const recorder = createRecorder();
    for (let time = 0; time < 20; time++) {
      recorder.settle(request, ok, { due: time, begun: time + 0.2, sent: time + 1, settled: time + 1.5 }, true);
    }
    const result = recorder.result();
    expect(merged([result.response]).percentile(50)).toBe(1.5);
    expect(merged([result.service]).percentile(50)).toBe(0.5);
    expect(merged([result.scheduleError]).percentile(50)).toBe(0.2);
  });

  it('keeps failures out of the histograms and counts them by kind', () => {
    const recorder = createRecorder();
    const times = { due: 0, begun: 0, sent: 0, settled: 1 };
    recorder.settle(request, { status: 500, bytes: 3 }, times, true);
    recorder.settle(request, { status: 500, bytes: 3 }, times, true);
    recorder.settle(request, { failure: 'ECONNRESET' }, times, false);
    recorder.drop();
    expect(recorder.result()).toMatchObject({
      sent: 3,
      answered: 0,
      dropped: 1,
      failures: { 'status 500': 2, ECONNRESET: 1 },
      receivedBytes: 6,
    });
  });

  it('counts what was sent to warm up, but does not measure it', () => {
    const recorder = createRecorder();
    recorder.settle(request, ok, { due: -1, begun: -1, sent: -1, settled: 0 }, false);
    expect(recorder.result()).toMatchObject({ sent: 1, answered: 0 });
  });
});
