import { jobDetail, jobList, logIn } from '@jobly/lab/system-under-test';
import type { Case } from '../experiment/case';
import { warmUpOf, windowsOf } from './warm-up';

const arms = ['monolith', 'micro'].map((name) => ({ name, origin: `http://${name}` }));
const configuration = { name: 'free', description: 'as they are' };
const caseOf = (workload: Case['workload'], ...its: number[]): Case => ({
  name: workload.name,
  workload,
  configuration,
  arms: its.map((index) => arms[index]!),
});

describe('the warm-up', () => {
  it('gives every arm equally many requests, however many operations it has', () => {
    const warmUp = warmUpOf([caseOf(jobDetail, 0, 1), caseOf(jobList, 0)], 1_000);
    expect(warmUp.map(({ arm, case: { name }, requests }) => [arm.name, name, requests])).toEqual([
      ['monolith', 'job-detail', 500],
      ['monolith', 'job-list', 500],
      ['micro', 'job-detail', 1_000],
    ]);
    expect(warmUp.every(({ load }) => load.loop === 'closed')).toBe(true);
  });

  it('asks for an operation no faster than it may', () => {
    const [, rated] = warmUpOf([caseOf(jobDetail, 0), caseOf(logIn, 0)], 1_000);
    expect(rated).toMatchObject({ load: { loop: 'open', rate: logIn.maxRate } });
    expect(windowsOf([caseOf(logIn, 0)], 1_000)).toEqual([]);
  });

  it('has one window per arm, of an operation at full speed', () => {
    const windows = windowsOf([caseOf(logIn, 0, 1), caseOf(jobList, 0, 1), caseOf(jobDetail, 0, 1)], 10_000);
    expect(windows.map(({ arm, case: { name }, requests }) => [arm.name, name, requests])).toEqual([
      ['monolith', 'job-list', 2_500],
      ['micro', 'job-list', 2_500],
    ]);
  });
});
