import { createProgress } from './progress';

function streamOf(isTTY: boolean) {
  const written: string[] = [];
  const stream = {
    isTTY,
    columns: 60,
    write: (text: string) => written.push(text),
    cursorTo: () => true,
    clearLine: () => true,
  };
  return { stream: stream as unknown as NodeJS.WriteStream, written };
}

describe('the progress', () => {
  it('is one line in a terminal, never longer than the terminal is wide', () => {
    const { stream, written } = streamOf(true);
    createProgress(stream).advance('x'.repeat(100), 1, 4, 30);
    expect(written.join('')).toContain(' 25 % · 30 s left · xxx');
    expect(written.join('')).not.toContain('\n');
    expect(written.join('').match(/x/g)!.length).toBeLessThan(60);
  });

  it('is plain lines in a log, and not one a second', () => {
    const { stream, written } = streamOf(false);
    const progress = createProgress(stream);
    progress.step('Warming up');
    for (let done = 0; done < 50; done++) progress.advance('GET /jobs', done, 100, 600 - done);
    expect(written).toEqual(['Warming up …\n', '  0 %, 10 min left: GET /jobs\n']);
  });
});
