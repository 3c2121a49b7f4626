/** What a process notes while it works, one line of JSON each. Times are in ms, of `now`. */
export type Entry = Listening | Served | Called | Statement | Token | Text;

/** The process listens. */
export interface Listening {
  readonly kind: 'listening';
  /** The name of its app. */
  readonly app: string;
  readonly port: number;
}

/** A request that the process has answered. */
export interface Served {
  readonly kind: 'served';
  /** Unique within the process. */
  readonly id: number;
  readonly method: string;
  readonly path: string;
  /** The port at the caller's end of the connection. */
  readonly callerPort: number;
  readonly begin: number;
  /** The lengths of the bodies of request and answer, in bytes; 0 where there is none. */
  readonly bodies: readonly number[];
}

/** What is done for a request that the process answers, or for none: an outbox delivers events by itself. */
export interface Caused {
  readonly by: number | null;
  readonly begin: number;
}

/** A request to another process, answered completely. */
export interface Called extends Caused {
  readonly kind: 'called';
  readonly method: string;
  readonly path: string;
  /** The port at which the other process listens. */
  readonly port: number;
  /** The port at this end of the connection. */
  readonly callerPort: number;
  readonly end: number;
  /** Over the connection, both ways, headers included. */
  readonly bytes: number;
  /** As of a request served. */
  readonly bodies: readonly number[];
}

/** A round trip to a database. */
export interface Statement extends Caused {
  readonly kind: 'statement';
  readonly database: string;
  readonly end: number;
  readonly bytes: number;
}

/** The signature of a token was checked. */
export interface Token extends Caused {
  readonly kind: 'token';
}

/** Something was written or read as JSON. */
export interface Text extends Caused {
  readonly kind: 'text';
  readonly bytes: number;
}
