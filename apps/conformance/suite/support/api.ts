import type { IncomingHttpHeaders } from 'node:http';
import request from 'supertest';
import type { Body } from './body';
import { baseUrl } from './target';

export interface Reply {
  status: number;
  headers: Record<string, string | undefined>;
  /** The media type without its parameters. */
  type: string;
  text: string;
  body: Body;
}

/** The part of supertest that is used here, with typed bodies. */
export interface PendingReply extends PromiseLike<Reply> {
  set(headers: IncomingHttpHeaders): this;
  set(header: string, value: string): this;
  type(contentType: string): this;
  query(parameters: Record<string, string | number>): this;
  send(body: string | object): this;
}

type Method = 'get' | 'head' | 'options' | 'post' | 'put' | 'patch' | 'delete';

export type Api = Record<Method, (path: string) => PendingReply>;

/** The process that listens at a URL, whichever it is. */
export const apiAt = (url: string): Api => request(url);

/** The server under test: `await api.get('/jobs')`. */
export const api = apiAt(baseUrl);

/** The header that identifies the caller: `.set(as(user.token))`. */
export const as = (token: string) => ({ Authorization: `Bearer ${token}` });
