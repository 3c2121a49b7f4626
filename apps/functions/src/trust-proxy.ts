/** TRUST_PROXY of a server behind an adapter, which is one proxy more, on the same machine. */
export function behindAdapter(trusted = ''): string {
  if (trusted === '' || trusted === 'false') return '1';
  if (/^\d+$/.test(trusted)) return String(Number(trusted) + 1);
  return trusted === 'true' ? trusted : `loopback, ${trusted}`;
}
