import { jobDetail, jobList, logIn } from '@jobly/lab/system-under-test';
import type { Case } from '../experiment/case';
import { turnsByTarget, warmUpOf, windowsOf } from './warm-up';

const arms = ['monolith', 'micro'].map((name) => ({ name, origin: `http://${name}` }));
const configuration = { name: 'free', description: 'as they are' };
const caseOf = (workload: Case['workload'], ...its: number[]): Case => ({
  name: workload.name,
  workload,
  configuration,
  arms: its.map((index) => arms[index]!),
});

describe('the warm-up', () => {
  it('gives every target equally many requests, however many operations it has', () => {
    const warmUp = warmUpOf(turnsByTarget([caseOf(jobDetail, 0, 1), caseOf(jobList, 0)]), 1_000);
    expect(warmUp.map(({ arm, case: { name }, requests }) => [arm.name, name, requests])).toEqual([
      ['monolith', 'job-detail', 500],
      ['monolith', 'job-list', 500],
      ['micro', 'job-detail', 1_000],
    ]);
    expect(warmUp.every(({ load }) => load.loop === 'closed')).toBe(true);
  });

  it('gives every operation enough, however many there are', () => {
    const many = Array.from({ length: 8 }, (_, index) => ({ ...jobList, name: `job-list-${index}` }));
    const warmUp = warmUpOf(turnsByTarget(many.map((workload) => caseOf(workload, 0))), 10_000);
    expect(new Set(warmUp.map(({ requests }) => requests))).toEqual(new Set([2_000]));
  });

  it('asks a twin everything that is asked of the arm it repeats', () => {
    const twin = { name: 'monolith again', origin: 'http://twin', repeats: 'monolith' };
    const controlled = { ...caseOf(jobDetail, 0), arms: [arms[0]!, twin] };
    const ofTwin = warmUpOf(turnsByTarget([controlled, caseOf(jobList, 0, 1)]), 1_000).filter(
      ({ arm }) => arm === twin,
    );
    expect(ofTwin.map(({ case: { name } }) => name)).toEqual(['job-detail', 'job-list']);
  });

  it('asks for an operation no faster than it may', () => {
    const [, rated] = warmUpOf(turnsByTarget([caseOf(jobDetail, 0), caseOf(logIn, 0)]), 1_000);
    expect(rated).toMatchObject({ load: { loop: 'open', rate: logIn.maxRate } });
    expect(windowsOf(turnsByTarget([caseOf(logIn, 0)]), 1_000)).toEqual([]);
  });

  it('gives arms that are one target their share of it', () => {
    const switched = { ...arms[0]!, name: 'monolith, in another state' };
    const both = { ...caseOf(jobDetail, 0), arms: [arms[0]!, switched] };
    expect(warmUpOf(turnsByTarget([both]), 1_000).map(({ arm, requests }) => [arm.name, requests])).toEqual([
      ['monolith', 500],
      ['monolith, in another state', 500],
    ]);
  });

  it('has windows of everything that is fast, as long as one another', () => {
    const windows = windowsOf(
      turnsByTarget([caseOf(logIn, 0, 1), caseOf(jobList, 0, 1), caseOf(jobDetail, 1)]),
      10_000,
    );
    expect(windows.map(({ arm, case: { name }, requests }) => [arm.name, name, requests])).toEqual([
      ['monolith', 'job-list', 2_500],
      ['micro', 'job-list', 1_250],
      ['micro', 'job-detail', 1_250],
    ]);
  });
});
