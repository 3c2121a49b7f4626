import { measuredBlock } from '../blocks.fixture';
import { listenGate, othersGate } from './machine-gates';

/** Blocks of an arm during which others used these shares of the machine. */
const beside = (arm: string, shares: (number | null)[]) =>
  shares.map((othersCpu, pair) => measuredBlock(arm, pair, 1, {}, { othersCpu }));

describe('the gate on the CPU time of others', () => {
  it('looks at the arm that had most of it, over all its blocks', () => {
    const quiet = beside('monolith', [0.001, 0.002, 0]);
    expect(othersGate([...quiet, ...beside('micro', [0.09, 0.02, 0.01])])).toMatchObject({
      figure: '4.0 %',
      limit: '≤ 5 %',
      passed: true,
    });
    expect(othersGate([...quiet, ...beside('micro', [0.09, 0.06, 0.012])])).toMatchObject({
      figure: '5.4 %',
      passed: false,
    });
  });

  it('names the busiest of them where it fails, and what the host took away', () => {
    const others = {
      stolen: 0.021,
      busiest: [
        { name: 'cc1', pid: 12 },
        { name: 'node', pid: 345 },
      ],
    };
    expect(othersGate(beside('micro', [0.3]), others)!.figure).toBe(
      '30.0 % (busiest: cc1 [12], node [345]; 2.1 % stolen)',
    );
    expect(othersGate(beside('micro', [0.3]), { stolen: 0.001, busiest: [] })!.figure).toBe('30.0 %');
    expect(othersGate(beside('micro', [0.03]), others)!.figure).toBe('3.0 %');
  });

  it('reads the rounding of a quiet machine as nothing', () => {
    expect(othersGate(beside('micro', [-0.002]))).toMatchObject({ figure: '0.0 %', passed: true });
  });

  it('is left out where nobody knows', () => {
    expect(othersGate(beside('micro', [null]))).toBeUndefined();
    expect(othersGate([])).toBeUndefined();
  });
});

describe('the gate on dropped connections', () => {
  const dropping = (counts: (number | null)[]) =>
    counts.map((droppedConnections, pair) => measuredBlock('micro', pair, 1, {}, { droppedConnections }));

  it('stops a run that dropped one in any block', () => {
    expect(listenGate(dropping([0, 0]))).toMatchObject({ figure: '0', passed: true });
    expect(listenGate(dropping([0, 3, 1]))).toMatchObject({ figure: '4', limit: '0', passed: false });
  });

  it('is left out where nobody knows', () => {
    expect(listenGate(dropping([null]))).toBeUndefined();
  });
});
