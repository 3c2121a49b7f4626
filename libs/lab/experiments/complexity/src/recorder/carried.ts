import type { Socket } from 'node:net';

/** The bytes that a connection has carried so far, both ways. */
export const carriedBy = ({ bytesRead, bytesWritten }: Socket): number => bytesRead + bytesWritten;
