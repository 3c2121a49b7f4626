import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '@jobly/contracts';
import { parseCapabilities, readDeclaration } from './capabilities';

test('what is not declared is as on a server started with its defaults', () => {
  expect(parseCapabilities({ cascade: 'immediate' }, 'the test')).toMatchObject({
    admin: { username: 'testadmin', password: 'password' },
    cascade: 'immediate',
    loginFailureLimit: 20,
    authRateLimit: null,
  });
});

test('a declaration with mistakes is refused in one sentence that names its source and each of them', () => {
  const declared = { cascade: 'sometimes', loginFailureLimit: 0, colour: 'red' };
  const parse = () => parseCapabilities(declared, 'mine.json');
  expect(parse).toThrow(StartError);
  expect(parse).toThrow(/^mine\.json does not declare valid capabilities: .*cascade.*loginFailureLimit.*colour/);
});

describe('a file', () => {
  const directory = mkdtempSync(join(tmpdir(), 'jobly-capabilities-'));
  const file = join(directory, 'mine.json');
  afterAll(() => rmSync(directory, { recursive: true }));

  it('is read', async () => {
    writeFileSync(file, '{"cascade": "immediate"}');
    expect(await readDeclaration(file)).toEqual({ cascade: 'immediate' });
  });

  it.each(['', 'cascade: immediate', '[]', '"immediate"'])('that is no JSON object is named: %j', async (content) => {
    writeFileSync(file, content);
    await expect(readDeclaration(file)).rejects.toThrow(`${file} is not a JSON object`);
  });

  it('that is not there is named', async () => {
    await expect(readDeclaration(join(directory, 'none.json'))).rejects.toThrow(
      /Cannot read the capabilities: .*none\.json/,
    );
  });
});
