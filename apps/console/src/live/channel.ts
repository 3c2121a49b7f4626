import type { RequestHandler, Response } from 'express';

/** Pages that listen for server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export interface Channel {
  /** Tells all pages. */
  publish(name: string, data: unknown): void;
  /** The same, and tells every page that comes later what it was last. */
  keep(name: string, data: unknown): void;
  /** The number of pages that listen. */
  listeners(): number;
  /** Calls when the first page has come, and when the last one has gone. */
  onAudience(hear: (present: boolean) => void): void;
  handler: RequestHandler;
}

/** More than a page that does not read may hold (bytes); then it is cut off, and reconnects if it still lives. */
const MOST_UNREAD = 1_000_000;

export function createChannel(): Channel {
  const pages = new Set<Response>();
  const kept = new Map<string, string>();
  const hearers: ((present: boolean) => void)[] = [];
  const tell = (present: boolean) => hearers.forEach((hear) => hear(present));
  const send = (text: string) => {
    for (const page of pages) {
      if (page.writableLength > MOST_UNREAD) page.destroy();
      else page.write(text);
    }
  };
  return {
    publish: (name, data) => send(textOf(name, data)),
    keep(name, data) {
      const text = textOf(name, data);
      if (kept.get(name) === text) return;
      kept.set(name, text);
      send(text);
    },
    listeners: () => pages.size,
    onAudience: (hear) => void hearers.push(hear),
    handler(_request, response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write([...kept.values()].join(''));
      pages.add(response);
      if (pages.size === 1) tell(true);
      response.once('close', () => {
        pages.delete(response);
        if (pages.size === 0) tell(false);
      });
    },
  };
}

const textOf = (name: string, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
