import { inventoryOf, lastWithDatabase } from './inventory';

interface Inventory {
  all: { hosts: { machine: Record<string, unknown> }; children: Record<string, unknown> };
}

const inventory = (stack: Parameters<typeof inventoryOf>[0]) =>
  (JSON.parse(inventoryOf(stack, '192.0.2.7', 'secret')) as Inventory).all;

describe('the inventory of a machine to try', () => {
  it.each([
    ['monolith', ['database', 'monolith']],
    ['soa', ['accounts', 'catalogue', 'database', 'soa-gateway']],
    ['micro', ['companies', 'database', 'gateway', 'jobs', 'users']],
  ] as const)('has the groups of one stack, and of no other: %s', (stack, groups) => {
    expect(Object.keys(inventory(stack).children).sort()).toEqual(groups);
  });

  it('has two replicas of everything, and nginx where the outside asks', () => {
    const { machine } = inventory('monolith').hosts;
    expect(new Set(machine['addresses'] as string[]).size).toBe(2);
    expect(machine).toMatchObject({ public_address: '192.0.2.7', seed: true, seed_password: 'secret' });
  });
});

test('a process with a database can have a migration that fails', () => {
  expect((['monolith', 'soa', 'micro'] as const).map(lastWithDatabase)).toEqual([
    'monolith',
    'catalogue-service',
    'jobs-service',
  ]);
});
