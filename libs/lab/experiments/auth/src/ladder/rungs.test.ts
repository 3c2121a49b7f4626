import { modes } from '../modes';
import { rungs } from './rungs';

describe('the rungs', () => {
  it('are compared with one of the same mode, so of the same processes', () => {
    for (const { base, mode } of rungs) {
      if (base === undefined) continue;
      expect(rungs.find(({ name }) => name === base)?.mode).toBe(mode);
    }
  });

  it('have names of their own', () => {
    expect(new Set(rungs.map(({ name }) => name)).size).toBe(rungs.length);
  });

  it('include every mode itself, and one below it that checks nothing', () => {
    for (const mode of modes) {
      const own = rungs.filter((rung) => rung.mode === mode);
      expect(own.filter(({ base }) => base === undefined)).toMatchObject([{ way: 'only-read' }]);
      expect(own.find(({ name }) => name === mode.name)).toMatchObject({ way: 'usual', newTokens: 0 });
    }
  });
});
