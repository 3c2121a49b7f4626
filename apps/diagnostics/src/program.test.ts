import pc from 'picocolors';
import { createProgram } from './program';
import { aDirectory, aSpan } from './trace/stored-spans.fixture';

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const printed: string[] = [];
  const program = createProgram({ print: (text) => printed.push(text), colours: pc.createColors(false) });
  return { code: await program.run(args), text: printed.join('\n') };
}

describe('what is not there', () => {
  it.each([
    ['logs', '.*', 'No log line in nowhere/logs or in a container has the request id ".*".'],
    [
      'trace',
      '\u001b[2J',
      String.raw`There is no trace of "\u001b[2J" in nowhere; "npm start -- --traces" collects them`,
    ],
  ])('is exit code 1 and a sentence: %s', async (command, id, sentence) => {
    const { code, text } = await run(command, id, '--data', 'nowhere');
    expect(code).toBe(1);
    expect(text).toContain(sentence);
  });

  it.each(['logs', 'trace'])('is null in the JSON of %s', async (command) => {
    expect(await run(command, 'r', '--data', 'nowhere', '--json')).toEqual({ code: 1, text: 'null' });
  });
});

describe('without a command', () => {
  const both = /"npm run logs .*"npm run trace /;

  it.each(['--help', '-h'])('%s says which there are', async (option) => {
    expect(await run(option)).toEqual({ code: 0, text: expect.stringMatching(both) });
  });

  it.each([[[]], [['constructor']]])('there is an error that says which there are: %j', async (args) => {
    await expect(run(...args)).rejects.toThrow(both);
  });
});

test('a span at a time that no clock shows does not stand in the way of the last trace', async () => {
  const spans = [aSpan(), aSpan({ traceId: 't2', beginUs: 1e19 }), aSpan({ traceId: 't3', durationUs: -1 })];
  const { directory, remove } = aDirectory({ 'traces.jsonl': spans.map((span) => JSON.stringify(span)).join('\n') });
  const { code, text } = await run('trace', '--data', directory);
  expect([code, text]).toEqual([0, expect.stringContaining('trace t1')]);
  remove();
});

test('JSON has no control that a terminal obeys, and an id may begin with "-"', async () => {
  const span = aSpan({ name: 'a\u009bb', attributes: { 'jobly.request_id': '-1' } });
  const { directory, remove } = aDirectory({ 'traces.jsonl': JSON.stringify(span) });
  const { code, text } = await run('trace', '--json', '--data', directory, '--', '-1');
  expect([code, JSON.parse(text)]).toEqual([0, [span]]);
  expect(text).toContain(String.raw`a\u009bb`);
  remove();
});

test('a trace is printed for programs as its spans', async () => {
  const { directory, remove } = aDirectory({ 'traces.jsonl': `${JSON.stringify(aSpan())}\n` });
  const { code, text } = await run('trace', 'GET', '/jobs/1', '--data', directory, '--json');
  expect([code, JSON.parse(text)]).toEqual([0, [aSpan()]]);
  remove();
});
