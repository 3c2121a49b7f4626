import { execFileSync } from 'node:child_process';
import { paste } from './paste';

/** What the pasted command sends, with `cat` in the place of the network. */
const sent = (wire: string) =>
  execFileSync('bash', ['-c', paste(wire).replace(/\| nc .*$/, '| cat')], {
    env: { ...process.env, ADMIN: 'a.d.min', CALLER: 'call.er' },
  }).toString('latin1');

const everyByte = String.fromCharCode(...Array(256).keys());

test.each([
  'GET /jobs HTTP/1.1\r\n\r\n',
  `it's "quoted" \\ %s %% $HOME \`id\` !x`,
  everyByte,
  `a${'x'.repeat(300)}b${"'".repeat(300)}${'\0'.repeat(300)}`,
  'y'.repeat(100_000),
])('a shell sends exactly the bytes of the request: %j', (wire) => {
  expect(sent(wire)).toBe(wire);
});

test('long runs are counted rather than written', () => {
  expect(paste('y'.repeat(100_000)).length).toBeLessThan(100);
});

test('tokens are variables', () => {
  expect(sent(`Bearer {{admin}}'\r\nBearer {{user}}`)).toBe(`Bearer a.d.min'\r\nBearer call.er`);
});
