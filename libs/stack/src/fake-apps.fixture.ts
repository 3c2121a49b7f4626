import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blueprints } from './topology';

/** A server that answers with its environment, says something if asked, and stops when told to or orphaned. */
const wellBehaved = (port: string) => `
import { createServer } from 'node:http';
const stop = () => process.exit(0);
process.on('SIGTERM', stop).on('disconnect', stop);
createServer(({ url }, response) => {
  if (url === '/say') console.error('Something was said.');
  response.end(JSON.stringify(process.env));
}).listen(process.env.${port}, process.env.HOST, () => {
    process.send({ ready: { url: \`http://\${process.env.HOST}:\${process.env.${port}}\` } });
  });
`;

const behaviours = {
  'well-behaved': wellBehaved,
  'starts only once': (port: string) => `
    import { existsSync, writeFileSync } from 'node:fs';
    const mark = import.meta.filename + '.started';
    if (existsSync(mark)) process.exit(7);
    writeFileSync(mark, '');
    ${wellBehaved(port)}`,
  'refuses to start': () =>
    `const failed = { reason: 'LOG_LEVEL must be a level.', expected: true };
    process.send({ failed }, () => process.exit(1));`,
  'never ready': () => `process.on('disconnect', () => process.exit()); setInterval(() => {}, 1_000);`,
  'ignores SIGTERM': (port: string) =>
    `${wellBehaved(port)} process.removeAllListeners('SIGTERM').on('SIGTERM', () => {});`,
};

export type Behaviour = keyof typeof behaviours;

/** Stand-ins for the built apps, well-behaved unless specified otherwise, and a directory for a stack's data. */
export function fakeApps(misbehaviour: Record<string, Behaviour> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'jobly-stack-'));
  for (const { app, port } of blueprints) {
    mkdirSync(join(root, 'apps', app), { recursive: true });
    const source = behaviours[misbehaviour[app] ?? 'well-behaved'](port.appReads ?? port.variable);
    writeFileSync(join(root, 'apps', app, 'main.js'), source);
  }
  writeFileSync(join(root, 'apps', 'package.json'), '{ "type": "module" }');
  return {
    apps: join(root, 'apps'),
    directory: join(root, 'data'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Databases of the user's own for every part, so that no PostgreSQL is needed. */
export const ownDatabases: Record<string, string> = Object.fromEntries(
  blueprints.flatMap(({ database }) =>
    database ? [[database.variable, `postgresql://somewhere/${database.name}`]] : [],
  ),
);
