import pc from 'picocolors';

export interface Progress {
  /** The current step. */
  step(what: string): void;
  /** The progress of a step of known length. */
  advance(what: string, done: number, total: number, secondsLeft: number): void;
  end(): void;
}

/** The interval between two lines of a log, so that an hour's run does not fill it. */
const LOG_INTERVAL_MS = 10_000;

/** One line that is redrawn in a terminal; plain lines, now and then, anywhere else. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? terminalProgress(stream) : logProgress(stream);
}

function terminalProgress(stream: NodeJS.WriteStream): Progress {
  const show = (line: string) => {
    stream.cursorTo(0);
    stream.write(pc.dim(line.slice(0, stream.columns - 1)));
    stream.clearLine(1);
  };
  return {
    step: (what) => show(`${what} …`),
    advance: (what, done, total, secondsLeft) => show(`${inPercent(done, total)} · ${timeLeft(secondsLeft)} · ${what}`),
    end() {
      stream.cursorTo(0);
      stream.clearLine(0);
    },
  };
}

function logProgress(stream: NodeJS.WriteStream): Progress {
  let lastLine = 0;
  return {
    step: (what) => void stream.write(`${what} …\n`),
    advance(what, done, total, secondsLeft) {
      if (Date.now() - lastLine < LOG_INTERVAL_MS) return;
      lastLine = Date.now();
      stream.write(`${inPercent(done, total)}, ${timeLeft(secondsLeft)}: ${what}\n`);
    },
    end: () => {},
  };
}

const inPercent = (done: number, total: number) => `${Math.round((100 * done) / total)} %`.padStart(5);

function timeLeft(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s left`;
  return `${Math.ceil(seconds / 60)} min left`;
}
