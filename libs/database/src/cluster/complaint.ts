/** What PostgreSQL's own programs wrote, reduced to the last line that says why they gave up. */
export function complaintIn(output: string): string {
  const lines = output.trim().split('\n');
  const last = (pattern: RegExp) => lines.findLast((line) => pattern.test(line));
  // A full disk makes PostgreSQL complain of everything after it as well.
  const complaint = last(/No space left/) ?? last(/FATAL|PANIC/) ?? last(/error:/) ?? lines.at(-1) ?? '';
  return complaint.replace(/^.*?(FATAL|PANIC|error): +/, '').replace(/\.$/, '');
}
