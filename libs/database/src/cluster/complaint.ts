/** The output of PostgreSQL's own programs, reduced to the last line that gives the reason of the failure. */
export function complaintIn(output: string): string {
  const lines = output.trim().split('\n');
  const last = (pattern: RegExp) => lines.findLast((line) => pattern.test(line));
  // After a full disk PostgreSQL complains about everything else as well.
  const complaint = last(/No space left/) ?? last(/FATAL|PANIC/) ?? last(/error:/) ?? lines.at(-1) ?? '';
  return complaint.replace(/^.*?(FATAL|PANIC|error): +/, '').replace(/\.$/, '');
}
