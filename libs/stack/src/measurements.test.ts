import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { announceMeasurement, measurementsUnderway } from './measurements';
import { identify } from './process-identity';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'measurements-'))));
afterEach(() => rmSync(directory, { recursive: true }));

const names = () => measurementsUnderway(directory).map(({ experiment }) => experiment);

test('a measurement is known from its announcement until it is withdrawn', () => {
  const withdraw = announceMeasurement('start-up', directory);
  expect(measurementsUnderway(directory)).toEqual([{ experiment: 'start-up', ...identify(process.pid) }]);
  withdraw();
  expect(names()).toEqual([]);
  expect(readdirSync(directory)).toEqual([]);
});

test('one that was killed is not under way, and the next one clears up after it', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1_000)']);
  const { began } = identify(child.pid!);
  writeFileSync(join(directory, `jobly-lab.faults.${child.pid}.${encodeURIComponent(began)}`), '');
  expect(names()).toEqual(['faults']);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(names()).toEqual([]);
  announceMeasurement('aa', directory)();
  expect(readdirSync(directory)).toEqual([]);
});

test('a later process of the same number is not taken for it', () => {
  writeFileSync(join(directory, `jobly-lab.faults.${process.pid}.before%20that`), '');
  expect(names()).toEqual([]);
});

test('what others have put there is neither followed nor believed', () => {
  for (const name of ['jobly-lab', 'jobly-lab.aa.0.', 'jobly-lab.<b>.1.', `jobly-lab.aa.${process.pid}.%`])
    writeFileSync(join(directory, name), '');
  expect(names()).toEqual([]);
  const { began } = identify(process.pid);
  const name = `jobly-lab.aa.${process.pid}.${encodeURIComponent(began)}`;
  const elsewhere = join(directory, 'elsewhere');
  symlinkSync(elsewhere, join(directory, name));
  announceMeasurement('aa', directory)();
  expect(readdirSync(directory)).not.toContain('elsewhere');
});

test('where nothing can be announced, nothing is, and nobody is kept from measuring', () => {
  const missing = join(directory, 'missing');
  announceMeasurement('aa', missing)();
  expect(measurementsUnderway(missing)).toEqual([]);
});
