/** Trials with every possible outcome, without installing anything. */

/** Quoted for the shell: its folder may have any name. */
const node = `'${process.execPath.replaceAll("'", String.raw`'\''`)}'`;

/** A start that answers on both ports, and its behaviour once it is asked to end. */
const start = (companies, atEnd = '') => `exec ${node} -e '
  const { createServer } = require("node:http");
  const ports = [process.env.MONOLITH_PORT, process.env.GATEWAY_PORT];
  const answer = (_request, response) => response.end(JSON.stringify(${companies}));
  const listening = ports.map((port) => new Promise((resolve) => createServer(answer).listen(port, "127.0.0.1", resolve)));
  Promise.all(listening).then(() => {
    for (const port of ports) console.log("  curl -s \\x27http://127.0.0.1:" + port + "/companies?limit=1\\x27");
    console.log("Ctrl-C stops everything.");
  });
  process.on("SIGINT", () => { ${atEnd} process.exit(0); });
'`;
const good = start('{ companies: [] }');
const straggler = 'require("node:child_process").spawn("sleep", ["50"], { detached: true, stdio: "ignore" });';
const trace = `${node} -e 'throw new Error("No esbuild.")'`;

const why = 'a test';
export const trials = [
  { name: 'works', why, install: 'true', start: good, also: ['test -f package.json'], says: [/Ctrl-C/] },
  { name: 'does-not-install', why, install: 'exit 3', start: good },
  { name: 'does-not-start', why, install: 'true', start: 'echo Out of cheese.; exit 4' },
  { name: 'answers-something-else', why, install: 'true', start: start('{ error: {} }') },
  { name: 'does-not-say-it', why, install: 'true', start: good, says: [/cheese/] },
  { name: 'leaves-something', why, install: 'true', start: start('{ companies: [] }', straggler) },
  { name: 'another-command-fails', why, install: 'true', start: good, also: ['test -f cheese'] },
  { name: 'refuses', why, install: 'echo "Not here."; exit 1', refuses: { install: 'Not here.' } },
  { name: 'does-not-refuse', why, install: 'echo "Not here."', refuses: { install: 'Not here.' } },
  { name: 'refuses-with-a-stack-trace', why, install: trace, refuses: { install: 'No esbuild.' } },
  { name: 'cannot-be-tried', why, unless: 'only on the moon' },
];
