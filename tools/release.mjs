import './pinned-node.mjs';
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Packs what servers run into one archive: the pinned Node.js, every process with only the files of npm packages that
 * it loads, the configuration of nginx, and the playbook. The same sources make the same archive, byte by byte, so its
 * checksum tells releases apart: `npm run release -- [FILE]`.
 */
const [first = 'dist/release/jobly.tar.gz'] = process.argv.slice(2);
if (first === '--help' || first.startsWith('-')) {
  console.log('npm run release -- [FILE]   packs what servers run; FILE is dist/release/jobly.tar.gz by default');
  process.exit(first === '--help' ? 0 : 2);
}

const archive = resolve(first);
const node = { version: readFileSync('.nvmrc', 'utf8').trim(), platform: process.platform, arch: process.arch };
const binary = `node_modules/node-${node.platform}-${node.arch}/bin/node`;
if (!existsSync(binary)) {
  console.error(
    `There is no Node.js ${node.version} to pack (no ${binary}); type "npm ci" on a Linux of the servers' kind.`,
  );
  process.exit(1);
}

const { processes } = JSON.parse(readFileSync('deploy/servers/processes.json', 'utf8'));
const directory = mkdtempSync(join(tmpdir(), 'jobly-release-'));
try {
  for (const { app } of processes) {
    execFileSync(process.execPath, ['tools/deploy.mjs', app, join(directory, 'apps', app)], { stdio: 'inherit' });
  }
  mkdirSync(join(directory, 'bin'));
  cpSync(binary, join(directory, 'bin/node'));
  chmodSync(join(directory, 'bin/node'), 0o755);
  cpSync('docker/nginx', join(directory, 'nginx'), { recursive: true });
  cpSync('deploy/servers', join(directory, 'servers'), { recursive: true });
  writeFileSync(join(directory, 'release.json'), `${JSON.stringify({ node })}\n`);

  mkdirSync(join(archive, '..'), { recursive: true });
  const owner = ['--owner=0', '--group=0', '--numeric-owner', '--mode=a+rX,go-w'];
  const order = ['--sort=name', '--mtime=@0', '--format=gnu'];
  execFileSync('tar', [...order, ...owner, '-I', 'gzip -n', '-C', directory, '-cf', archive, '.'], {
    stdio: 'inherit',
  });
} finally {
  rmSync(directory, { recursive: true });
}
const checksum = createHash('sha256').update(readFileSync(archive)).digest('hex');
console.log(`${first}\nsha256 ${checksum}`);
