import { caused, note } from './note';

/** Notes what is written or read as JSON for a request: bodies, and whatever else there is. */
export function noteTexts(): void {
  const { parse, stringify } = JSON as Record<'parse' | 'stringify', (...call: unknown[]) => unknown>;
  const noted = (text: unknown) => {
    const since = caused();
    if (since.by !== null && typeof text === 'string') note({ kind: 'text', ...since, bytes: Buffer.byteLength(text) });
  };
  Object.assign(JSON, {
    parse(...call: unknown[]) {
      noted(call[0]);
      return parse(...call);
    },
    stringify(...call: unknown[]) {
      const text = stringify(...call);
      noted(text);
      return text;
    },
  });
}
