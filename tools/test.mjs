import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * `npm test`: runs every check, each with its time. It continues after a failure, so that one run shows all of them.
 */
const checks = {
  types: ['npm', 'run', '--silent', 'typecheck'],
  lint: ['npm', 'run', '--silent', 'lint'],
  'unused code': ['npm', 'run', '--silent', 'unused'],
  'unit tests': ['npm', 'run', '--silent', 'unit'],
  conformance: ['npm', 'run', '--silent', 'conformance', '--', '--topology', 'all'],
};

if (process.argv.length > 2) {
  const names = Object.entries(checks).map(
    ([name, command]) => `  ${name.padEnd(14)} ${command.join(' ').replace(' --silent', '')}`,
  );
  console.log(`npm test runs every check; it takes no arguments. One alone:\n${names.join('\n')}`);
  process.exit(process.argv[2] === '--help' ? 0 : 2);
}

const outcomes = [];
for (const [name, [command, ...args]] of Object.entries(checks)) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const begin = performance.now();
  const [code] = await once(spawn(command, args, { stdio: 'inherit' }), 'close');
  outcomes.push({ name, ok: code === 0, seconds: ((performance.now() - begin) / 1000).toFixed(1) });
}

console.log('');
for (const { name, ok, seconds } of outcomes)
  console.log(`${ok ? '✓' : '✗'} ${name.padEnd(14)} ${seconds.padStart(6)} s`);
const failed = outcomes.filter(({ ok }) => !ok).length;
console.log(`${outcomes.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
