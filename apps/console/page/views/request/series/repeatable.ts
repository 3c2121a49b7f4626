import type { Answers, FilledIn, Form } from '../../../../api/request';

/**
 * Why a request cannot be sent many times; undefined if it can: reads, and writes that every stack has just refused.
 * @param sent what was sent last, and what became of it
 */
export function whyNotRepeated(form: Form, filledIn: FilledIn, sent?: { filledIn: FilledIn; answers: Answers }) {
  if (form.path.startsWith('/auth/')) return 'Log-ins and registrations are rate-limited, so they are not repeated.';
  if (form.method === 'GET') return undefined;
  const isRefused = sent?.answers.answers.every((answer) => 'status' in answer && answer.status >= 400);
  if (isRefused && JSON.stringify(sent?.filledIn) === JSON.stringify(filledIn)) return undefined;
  return 'Only reads are repeated, and writes that every stack has just refused.';
}
