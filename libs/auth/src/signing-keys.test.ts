import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyRing } from './key-ring';
import { aPrivateKey } from './keys.fixture';
import { signingKeys } from './signing-keys';

const [older, newer] = [aPrivateKey(), aPrivateKey()];
const kidsOf = (pems: string) => keyRing(pems).published.map(({ kid }) => kid);

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'jobly-keys-'));
  file = join(directory, 'keys.pem');
  writeFileSync(file, older);
});
afterEach(() => rmSync(directory, { recursive: true }));

/** The keys of the file, and the next thing that is said of them. */
function watched() {
  let heard = Promise.withResolvers<string>();
  const hear = (_fields: unknown, message: string) => heard.resolve(message);
  const log = { info: hear, error: hear } as unknown as Parameters<typeof signingKeys>[2];
  const next = async () => {
    const message = await heard.promise;
    heard = Promise.withResolvers();
    return message;
  };
  return { ...signingKeys(older, file, log), next };
}

describe('the keys of a file', () => {
  it('follow the file when it is written anew, or replaced', async () => {
    const { current, next, stop } = watched();
    writeFileSync(file, `${newer}\n${older}`);
    expect(await next()).toContain('have changed');
    expect(current().published.map(({ kid }) => kid)).toEqual(kidsOf(`${newer}${older}`));
    expect(current().signer.kid).toBe(kidsOf(newer)[0]);
    writeFileSync(`${file}.new`, newer);
    renameSync(`${file}.new`, file);
    await next();
    expect(current().published.map(({ kid }) => kid)).toEqual(kidsOf(newer));
    stop();
  });

  it('stay as they were while the file makes no sense, or is gone', async () => {
    const { current, next, stop } = watched();
    writeFileSync(file, newer.slice(0, 200));
    expect(await next()).toContain('cannot be used');
    rmSync(file);
    expect(await next()).toContain('cannot be used');
    expect(current().signer.kid).toBe(kidsOf(older)[0]);
    writeFileSync(file, newer);
    expect(await next()).toContain('have changed');
    expect(current().signer.kid).toBe(kidsOf(newer)[0]);
    stop();
  });
});
