import { turnsOf } from './turns';

describe('the turns of a rolling restart', () => {
  it('are those of every replica, process by process', () => {
    const { turns, durationMs } = turnsOf(2, { replicas: 2, least: 1, everyMs: 100 });
    expect(turns).toEqual([
      { pair: 0, replica: 0, dueMs: 0 },
      { pair: 0, replica: 1, dueMs: 100 },
      { pair: 1, replica: 0, dueMs: 200 },
      { pair: 1, replica: 1, dueMs: 300 },
    ]);
    expect(durationMs).toBe(400);
  });

  it('begin again until there are enough, and never end within a round', () => {
    const { turns } = turnsOf(1, { replicas: 2, least: 5, everyMs: 100 });
    expect(turns.map(({ replica }) => replica)).toEqual([0, 1, 0, 1, 0, 1]);
  });
});
