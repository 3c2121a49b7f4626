import type { RequestHandler } from 'express';
import { currentRequest } from './request-context';
import { type Phase, startTimeline } from './timeline';

/** Says in every response where its time went, up to when its head is sent; behind `requestContext`. */
export function serverTiming(process: string): RequestHandler {
  return (_request, response, next) => {
    const timeline = startTimeline();
    currentRequest()!.timeline = timeline;
    // Node has no event for it, and the header has to know everything before.
    const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => typeof response;
    response.writeHead = (...args: unknown[]) => {
      response.setHeader('Server-Timing', timeline.serverTiming(process));
      return writeHead(...args);
    };
    // The request is still being parsed. That comes first, or the first phase that waits would be blamed for it.
    queueMicrotask(next);
  };
}

/** Runs the work as a phase of the request being served; just runs it where nobody takes the time. */
export function timed<T>(phase: Phase, work: () => T): T {
  const timeline = currentRequest()?.timeline;
  return timeline ? timeline.during(phase, work) : work();
}

/** Takes in the Server-Timing header of a neighbour's answer, if it sent one and anybody wants to know. */
export function hearServerTiming(header: unknown): void {
  if (typeof header === 'string') currentRequest()?.timeline?.hear(header);
}
