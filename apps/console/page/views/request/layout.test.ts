import type { Account } from '../../../api/request';
import type { PartState } from '../../../api/state';
import { pathOf } from './layout';

const part = (name: PartState['name'], modules: PartState['modules']): PartState => ({
  ...{ name, modules, title: name, topology: 'micro', url: '', pid: 1, faults: { cut: [] } },
});
const account = (name: string, total: number, downstream: number, ...neighbours: Account[]): Account => ({
  ...{ name, total, neighbours },
  phases: { downstream, db: 0, auth: 0, json: 0 },
});

const micro = [part('gateway', []), part('users', ['users']), part('companies', ['companies']), part('jobs', ['jobs'])];

describe('the path of a request', () => {
  it('goes from the client through the processes that it used, with the time that each was waited for', () => {
    const used = account('gateway', 9, 8, account('jobs', 7, 5, account('companies', 3, 0)));
    const { boxes, arrows } = pathOf(micro, 10, used);
    expect(arrows.map(({ from, to, ms }) => `${from.name} → ${to.name} ${ms}`)).toEqual([
      'client → gateway 10',
      'gateway → jobs 8',
      'jobs → companies 5',
    ]);
    expect(boxes.filter(({ isUsed }) => !isUsed).map(({ name }) => name)).toEqual(['users']);
  });

  it('ends in the one process of a monolith, whose modules are named', () => {
    const { boxes, arrows } = pathOf([part('monolith', ['users', 'jobs'])], 2, account('monolith', 1, 0));
    expect(arrows).toHaveLength(1);
    expect(boxes.map(({ name, modules }) => [name, modules])).toEqual([
      ['client', []],
      ['monolith', ['users', 'jobs']],
    ]);
  });

  it('finds a process by its module, if it goes by another name', () => {
    const soa = [part('soa-gateway', []), part('accounts', ['users']), part('catalogue', ['companies', 'jobs'])];
    const { arrows } = pathOf(soa, 3, account('gateway', 2, 1, account('users', 1, 0)));
    expect(arrows.map(({ to }) => to.name)).toEqual(['soa-gateway', 'accounts']);
  });

  it('has no box on another', () => {
    const { boxes, height } = pathOf(micro, 1, account('gateway', 1, 0));
    const services = boxes.slice(2);
    for (const [at, { y, height: own }] of services.entries()) {
      expect(y + own).toBeLessThanOrEqual(services[at + 1]?.y ?? height);
    }
  });
});
