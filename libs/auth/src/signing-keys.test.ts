import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyRing } from './key-ring';
import { USER_TOKEN_KEYS } from './keys';
import { aPrivateKey } from './keys.fixture';
import { signingKeys } from './signing-keys';

const [older, newer] = [aPrivateKey(), aPrivateKey()];
const kidsOf = (pems: string) => keyRing(pems, USER_TOKEN_KEYS).published.map(({ kid }) => kid);

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'jobly-keys-'));
  file = join(directory, 'keys.pem');
  writeFileSync(file, older);
  import.meta.jest.useFakeTimers();
});
afterEach(() => {
  import.meta.jest.useRealTimers();
  rmSync(directory, { recursive: true });
});

/** The keys of the file, and the log about them. */
function watched() {
  const said: string[] = [];
  const say = (_fields: unknown, message: string) => said.push(message);
  const log = { info: say, error: say } as unknown as Parameters<typeof signingKeys>[2];
  const { current, stop } = signingKeys(older, file, log, USER_TOKEN_KEYS);
  const soon = () => {
    import.meta.jest.advanceTimersByTime(3_000);
    return current().published.map(({ kid }) => kid);
  };
  return { soon, current, stop, said };
}

describe('the keys of a file', () => {
  it('follow the file when it is written anew, or replaced', () => {
    const { soon, current, said } = watched();
    writeFileSync(file, `${newer}\n${older}`);
    expect(soon()).toEqual(kidsOf(`${newer}${older}`));
    expect(current().signer.kid).toBe(kidsOf(newer)[0]);
    writeFileSync(`${file}.new`, newer);
    renameSync(`${file}.new`, file);
    expect(soon()).toEqual(kidsOf(newer));
    expect(said).toHaveLength(2);
  });

  it('stay as they were while the file makes no sense or is gone, which is said once', () => {
    const { soon, said } = watched();
    writeFileSync(file, newer.slice(0, 200));
    expect(soon()).toEqual(kidsOf(older));
    rmSync(file);
    expect(soon()).toEqual(kidsOf(older));
    expect(said).toEqual([expect.stringContaining('cannot be used'), expect.stringContaining('cannot be used')]);
    writeFileSync(file, newer);
    expect(soon()).toEqual(kidsOf(newer));
  });

  it('are named in the log when they change, and the file when it cannot be used', () => {
    const lines: [string, unknown, string][] = [];
    const log = {
      info: (fields: unknown, message: string) => lines.push(['info', fields, message]),
      error: (fields: unknown, message: string) => lines.push(['error', fields, message]),
    } as unknown as Parameters<typeof signingKeys>[2];
    const { stop } = signingKeys(older, file, log, USER_TOKEN_KEYS);
    writeFileSync(file, `${newer}${older}`);
    import.meta.jest.advanceTimersByTime(1_000);
    writeFileSync(file, 'nonsense');
    import.meta.jest.advanceTimersByTime(1_000);
    stop();
    expect(lines).toEqual([
      ['info', { kids: kidsOf(`${newer}${older}`) }, expect.stringMatching(/have changed; the first one signs/)],
      ['error', { err: expect.any(Error), file }, expect.stringMatching(/cannot be used; those before go on/)],
    ]);
  });

  it('are not mentioned while nothing changes, white space at the ends included', () => {
    const { soon, said } = watched();
    writeFileSync(file, `\n${older}\n\n`);
    expect([soon(), said]).toEqual([kidsOf(older), []]);
  });

  it('are not mentioned while nothing changes', () => {
    const { soon, said } = watched();
    expect([soon(), said]).toEqual([kidsOf(older), []]);
  });

  it('are left alone when nobody needs them any more', () => {
    const { soon, stop } = watched();
    stop();
    writeFileSync(file, newer);
    expect(soon()).toEqual(kidsOf(older));
  });
});
