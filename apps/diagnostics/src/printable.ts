/** What a terminal obeys, or what moves text: control characters, line separators, and controls of direction. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** Whatever was in a log or a span: a terminal must not obey it. */
export const printable = (text: string): string => text.replace(CONTROLS, '�');

/** The same value to programs as `JSON.stringify` has it; the controls that that leaves as they are are escaped. */
export const printableJson = (value: unknown): string => JSON.stringify(value).replace(CONTROLS, escaped);

const escaped = (control: string) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;
