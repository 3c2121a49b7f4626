import { connect } from 'node:net';
import { type Answer, answerIn } from './answer';
import { type Wire, bytesOf } from './wire';

/** The answer, or the way in which there was none. */
export type Outcome = { answer: Answer } | { trouble: string };

export interface Exchange {
  /** Milliseconds from the first byte sent to the last one received. */
  ms: number;
  outcome: Outcome;
}

/** After which no answer is expected any more; longer than the gateway's own deadline. */
const DEADLINE_MS = 10_000;

/** Sends bytes over a connection of their own, and reads one answer. Never rejects. */
export function exchange(origin: URL, wire: Wire): Promise<Exchange> {
  const method = /^\s*(\w*)/.exec(wire)![1]!;
  const began = performance.now();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(origin.port), origin.hostname);
    const end = (outcome: Outcome) => {
      clearTimeout(deadline);
      socket.destroy();
      resolve({ ms: performance.now() - began, outcome });
    };
    const deadline = setTimeout(() => end({ trouble: `no answer within ${DEADLINE_MS / 1_000} s` }), DEADLINE_MS);
    const look = (ended: boolean) => {
      try {
        const answer = answerIn(Buffer.concat(chunks), { method, ended });
        if (answer) end({ answer });
        else if (ended) end({ trouble: chunks.length > 0 ? 'an answer that breaks off' : 'closed without an answer' });
      } catch (error) {
        end({ trouble: (error as Error).message });
      }
    };
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      look(false);
    });
    // A server that has refused the head of a request resets the connection under the rest of it.
    socket.on('error', () => look(true)).on('close', () => look(true));
    socket.write(bytesOf(wire));
  });
}
