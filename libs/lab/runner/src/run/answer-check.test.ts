import type { LoadRequest } from '@jobly/lab/instrument';
import { jobDetail } from '@jobly/lab/system-under-test';
import type { Arm } from '../experiment/arm';
import type { ReadyTask } from '../plan/block-of';
import { createAnswerCheck } from './answer-check';

const configuration = { name: 'free', description: 'as they are' };

const blockAt = (name: string, pair: number, more: Partial<Arm> = {}): ReadyTask => {
  const arm = { name, origin: `http://${name}`, ...more };
  const load = { loop: 'open', arrivals: 'constant', rate: 1 } as const;
  const one = { name: 'job-detail', workload: jobDetail, arms: [arm], configuration };
  return { case: one, arm, pair, launch: 0, load, leadInMs: 0, durationMs: 1, label: 'x' };
};

const reads = (...paths: string[]): LoadRequest[] => paths.map((path) => ({ method: 'GET', path, expect: 200 }));
const writes = (...paths: string[]): LoadRequest[] => paths.map((path) => ({ method: 'PATCH', path, expect: 200 }));
const answered = (...digests: string[]) => digests.map((digest, index) => ({ index, digest }));

describe('the answers of measured blocks', () => {
  it('are compared with the other arm’s answers to the same requests, and the first that differs is named', () => {
    const { check } = createAnswerCheck();
    const requests = reads('/jobs/1', '/jobs/2', '/jobs/3');
    const none = { compared: 0, different: 0, first: null };
    expect(check(blockAt('monolith', 0), requests, answered('a', 'b', 'c'))).toEqual(none);
    expect(check(blockAt('micro', 0), requests, answered('a', 'x', 'y'))).toEqual({
      compared: 3,
      different: 2,
      first: 'GET /jobs/2 at micro, unlike at monolith',
    });
  });

  it('are compared with those to the same read in any other block', () => {
    const { check } = createAnswerCheck();
    check(blockAt('monolith', 0), reads('/jobs/1', '/jobs/2'), answered('a', 'b'));
    const elsewhere = check(blockAt('micro', 5), reads('/jobs/2', '/jobs/4', '/jobs/1'), answered('b', 'c', 'x'));
    expect(elsewhere).toMatchObject({ compared: 2, different: 1, first: expect.stringContaining('/jobs/1') as string });
  });

  it('to writes are compared within a pair only, whatever the ids in their paths', () => {
    const { check } = createAnswerCheck();
    check(blockAt('monolith', 0), writes('/jobs/7', '/jobs/8'), answered('a', 'b'));
    expect(check(blockAt('micro', 0), writes('/jobs/9', '/jobs/10'), answered('a', 'b'))).toMatchObject({
      compared: 2,
      different: 0,
    });
    expect(check(blockAt('micro', 1), writes('/jobs/7', '/jobs/8'), answered('x', 'y'))).toMatchObject({ compared: 0 });
  });

  it('to writes are not compared where the arms have different loads, and therefore different requests', () => {
    const { check } = createAnswerCheck();
    check(blockAt('monolith', 0), writes('/jobs/7', '/jobs/8'), answered('a', 'b'));
    const others = check(blockAt('micro', 0), writes('/jobs/7', '/jobs/8', '/jobs/9'), answered('x', 'y', 'z'));
    expect(others).toMatchObject({ compared: 0 });
  });

  it('are compared with nobody’s where an arm is meant to answer something else', () => {
    const { check } = createAnswerCheck();
    expect(check(blockAt('null', 0, { answers: 'of its own' }), reads('/jobs/1'), answered('x'))).toBeNull();
    check(blockAt('monolith', 0), reads('/jobs/1'), answered('a'));
    expect(check(blockAt('micro', 0), reads('/jobs/1'), answered('a'))).toMatchObject({ compared: 1, different: 0 });
  });
});
