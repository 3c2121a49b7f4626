import { spawnSync } from 'node:child_process';
import { signalChecks, startCheck } from './test/check.mjs';

/**
 * `npm test`: runs every check, and shows each with its time. It continues after a failure, so that one run shows all of
 * them. The conformance suite runs in the background, beside the checks that keep a single processor busy; the unit
 * tests run alone, because they take all processors.
 */
const npmRun = (...script) => ['npm', 'run', '--silent', ...script];
const checks = {
  types: npmRun('typecheck'),
  lint: npmRun('lint'),
  'unused code': npmRun('unused'),
  conformance: npmRun('conformance', '--', '--topology', 'all'),
  'unit tests': npmRun('unit'),
};
const BACKGROUND = 'conformance';

if (process.argv.length > 2) {
  const names = Object.entries(checks).map(
    ([name, command]) => `  ${name.padEnd(14)} ${command.join(' ').replace(' --silent', '')}`,
  );
  console.log(`npm test runs every check; it takes no arguments. One alone:\n${names.join('\n')}`);
  process.exit(process.argv[2] === '--help' ? 0 : 2);
}

let interruption;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const interrupt = (signal) => {
  interruption = signal;
  signalChecks(signal);
};
for (const signal of SIGNALS) process.on(signal, interrupt);

const begin = performance.now();
// Every check does this first; done once before, no two do it at the same time.
spawnSync('npm', ['run', '--silent', 'generate'], { stdio: 'inherit' });
const background = startCheck(BACKGROUND, checks[BACKGROUND], { background: true });
const outcomes = [];
for (const [name, command] of Object.entries(checks)) {
  if (interruption) break;
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const check = name === BACKGROUND ? background : startCheck(name, command);
  check.show();
  outcomes.push(await check.ended);
}

if (interruption) {
  await background.ended;
  for (const signal of SIGNALS) process.off(signal, interrupt);
  process.kill(process.pid, interruption);
}

console.log('');
for (const { name, ok, seconds } of outcomes)
  console.log(`${ok ? '✓' : '✗'} ${name.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s`);
const failed = outcomes.filter(({ ok }) => !ok).length;
const minutes = ((performance.now() - begin) / 60_000).toFixed(1);
console.log(`${outcomes.length - failed} passed, ${failed} failed, after ${minutes} minutes`);
process.exitCode = failed === 0 ? 0 : 1;
