import type { PartState } from '../../../api/state';
import { connectionsOf, isCut } from './cuts';

const arrows = [
  { from: 'gateway_process', to: 'jobs_process', kind: 'request', labels: [] },
  { from: 'jobs_process', to: 'jobly_jobs', kind: 'tables', labels: [] },
  { from: 'jobs_process', to: 'companies_process', kind: 'request', labels: ['find', 'namesOf'] },
  { from: 'jobs_process', to: 'companies_process', kind: 'event', labels: ['job-changed'] },
] as const;

test('a process is shown with all that it opens connections to, each once, and what for', () => {
  expect(connectionsOf('jobs', { boxes: [], arrows })).toEqual([
    { to: 'database', what: 'jobly_jobs' },
    { to: 'companies', what: 'asks find, namesOf; delivers job-changed' },
  ]);
  expect(connectionsOf('gateway', { boxes: [], arrows })).toEqual([{ to: 'jobs', what: 'asks' }]);
});

test('a cut concerns whatever the process sends that way, and nothing that comes from there', () => {
  const jobs = { name: 'jobs', faults: { cut: ['companies'] } } as unknown as PartState;
  expect(arrows.map((arrow) => isCut(arrow, [jobs]))).toEqual([false, false, true, true]);
  const cutOff = { name: 'jobs', faults: { cut: ['database'] } } as unknown as PartState;
  expect(arrows.map((arrow) => isCut(arrow, [cutOff]))).toEqual([false, true, false, false]);
});
