import { StartError } from '@jobly/contracts';

const REASONS: Record<string, string> = {
  ENOENT: 'it cannot be made there',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is not a directory',
  EEXIST: 'there is a file of that name',
};

/** Turns file-system errors into a sentence about the directory; returns other errors unchanged. */
export function fileTrouble(directory: string, error: unknown): unknown {
  const { code, path } = error as NodeJS.ErrnoException;
  const reason = REASONS[code ?? ''];
  if (reason === undefined) return error;
  return new StartError(`Cannot keep a database in ${directory}: ${reason} (${code} ${path}).`, { cause: error });
}
