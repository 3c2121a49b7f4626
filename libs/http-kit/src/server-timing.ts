import type { RequestHandler } from 'express';
import { currentRequest } from './request-context';
import { type Phase, startTimeline } from './timeline';

/**
 * Reports in every response where its time went, up to the moment its head is sent; belongs behind `requestContext`.
 */
export function serverTiming(process: string): RequestHandler {
  return (_request, response, next) => {
    const timeline = startTimeline();
    currentRequest()!.timeline = timeline;
    // Node has no event for this moment, and the header has to cover everything before it.
    const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => typeof response;
    response.writeHead = (...args: unknown[]) => {
      response.setHeader('Server-Timing', timeline.serverTiming(process));
      return writeHead(...args);
    };
    // The request is still being parsed. The parser finishes first; otherwise its time would count for the first phase
    // that waits.
    queueMicrotask(next);
  };
}

/** Runs the work as a phase of the current request; just runs it if nobody measures. */
export function timed<T>(phase: Phase, work: () => T): T {
  const timeline = currentRequest()?.timeline;
  return timeline ? timeline.during(phase, work) : work();
}

/** Adds the Server-Timing header of a neighbour's answer, if it sent one and the current request is being measured. */
export const hearServerTiming = (header: unknown): void => serverTimingListener()(header);

/**
 * The same for an answer that arrives where the request is not the current one any more, as in the events of a connection
 * that another request has opened.
 */
export function serverTimingListener(): (header: unknown) => void {
  const timeline = currentRequest()?.timeline;
  return (header) => {
    if (typeof header === 'string') timeline?.hear(header);
  };
}
