import { serverTimingListener } from '@jobly/http-kit';
import type { ServerResponse } from 'node:http';
import type { Dispatcher } from 'undici';
import { attemptSpan, carrying, noteStatus } from './attempt-span';
import { responseHeaders } from './headers';
import type { Unread } from './unread';

/** One request to a service, in one attempt or two. */
export interface Exchange {
  /** Whether some of it may have been sent: then it may take effect, answered or not. */
  readonly begun: boolean;
  /**
   * Sends it to a process and passes the answer on; rejects if that breaks off.
   * @param left called when the process's pool holds nothing of it any more, which may be later.
   */
  attempt(process: Dispatcher, left: () => void): Promise<void>;
  /** Gives up: `attempt` rejects with the reason, its connection is closed, and what has not begun never will. */
  abandon(reason: Error): void;
}

/**
 * An exchange whose answer goes to `response`. It uses undici's dispatcher directly: `stream` with an AbortController
 * takes more CPU, and cannot tell a request that waits from one that is on its way (ADR 9).
 */
export function exchangeWith(
  service: string,
  options: Dispatcher.DispatchOptions,
  response: ServerResponse,
  unread: Unread,
): Exchange {
  let controller: Dispatcher.DispatchController | undefined;
  let refuse: ((reason: Error) => void) | undefined;
  let abandoned: Error | undefined;
  let begun = false;

  return {
    get begun() {
      return begun;
    },
    attempt: (process, left) =>
      new Promise((resolve, reject) => {
        refuse = reject;
        if (abandoned) {
          // It was given up while the process was looked up.
          left();
          reject(abandoned);
          return;
        }
        const span = attemptSpan(options, service);
        const hearServerTiming = serverTimingListener();
        process.dispatch(span ? carrying(span, options) : options, {
          onRequestStart(started) {
            // To abort it here would close the connection, which is good and which others wait for.
            if (abandoned) throw abandoned;
            controller = started;
            begun = true;
          },
          onResponseStart(_controller, status, headers) {
            // Interim answers are between the service and the gateway.
            if (status < 200) return;
            hearServerTiming(headers['server-timing']);
            if (span) noteStatus(span, status);
            response.writeHead(status, responseHeaders(headers));
          },
          onResponseData(_controller, chunk) {
            if (!response.write(chunk)) unread.note(response);
          },
          onResponseEnd() {
            controller = undefined;
            left();
            span?.end();
            response.end();
            resolve();
          },
          onResponseError(_controller, error) {
            controller = undefined;
            left();
            span?.fail(error);
            span?.end();
            reject(error);
          },
        });
      }),
    abandon(reason) {
      abandoned = reason;
      controller?.abort(reason);
      // undici cannot take back what waits for a connection, but nobody has to wait for that.
      refuse?.(reason);
    },
  };
}
