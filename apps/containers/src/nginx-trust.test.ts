import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const directory = mkdtempSync(join(tmpdir(), 'jobly-nginx-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** The proxies that nginx trusts, as its configuration is rendered. */
function believed(TRUST_PROXY: string): string[] {
  execFileSync('sh', ['docker/nginx/render.sh', directory], { env: { ...process.env, TRUST_PROXY }, stdio: 'pipe' });
  const rendered = readFileSync(join(directory, 'client-address.conf'), 'utf8');
  return [...rendered.matchAll(/^set_real_ip_from (.*);$/gm)].map(([, from]) => from!);
}

describe('nginx believes', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['false', []],
    ['198.51.100.7', ['198.51.100.7']],
    ['loopback, 2001:db8::/32', ['127.0.0.0/8', '::1/128', '2001:db8::/32']],
    ['uniquelocal', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']],
  ])('of what stands before it whoever TRUST_PROXY names: "%s"', (given, subnets) => {
    expect(believed(given)).toEqual(subnets);
  });

  it.each(['true', '1', 'my-proxy', '10.0.0.0/8; deny all'])('nobody it cannot make out: %s', (given) => {
    expect(() => believed(given)).toThrow(`TRUST_PROXY must be false or addresses and subnets such as`);
  });
});
