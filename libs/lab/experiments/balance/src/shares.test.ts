import { parseLogLine } from '@jobly/lab/system-under-test';
import { rowsOf } from './shares';
import { ROUND_ROBIN } from './ways';

const replicas = [
  { name: 'monolith 1', url: 'http://127.0.0.1:3001' },
  { name: 'monolith 2 (slow)', url: 'http://127.0.0.1:3002' },
  { name: 'monolith 3', url: 'http://127.0.0.1:3003' },
];

const line = (replica: string, seconds: number) =>
  parseLogLine(
    JSON.stringify({
      time: 1,
      requestId: 'a',
      method: 'GET',
      path: '/jobs/1',
      status: 200,
      seconds,
      replica,
      cache: '',
    }),
  )!;

it('gives every replica its share of what it answered in the end, and its times', () => {
  const log = [
    line('127.0.0.1:3001', 0.002),
    line('127.0.0.1:3001', 0.004),
    line('127.0.0.1:3003, 127.0.0.1:3001', 0.009),
    line('127.0.0.1:3002', 0.025),
  ];
  expect(rowsOf(ROUND_ROBIN, replicas, log)).toEqual([
    ['round robin', 'monolith 1', '75 %', '4', '9'],
    ['', 'monolith 2 (slow)', '25 %', '25', '25'],
    ['', 'monolith 3', '0 %', '–', '–'],
  ]);
});
