import type { Answers, FilledIn, Form } from '../../../../api/request';
import { whyNotRepeated } from './repeatable';

const form = (method: string, path: string): Form => ({
  ...{ method, path, name: 'x', owner: 'jobs', access: 'admin', summary: '', fields: [] },
});
const filledIn: FilledIn = { operation: 'x', values: { id: '1' }, as: 'user' };
const answered = (...statuses: number[]) =>
  ({ answers: statuses.map((status) => ({ stack: 'micro', status })) }) as unknown as Answers;

describe('what can be sent many times', () => {
  it('is a read', () => expect(whyNotRepeated(form('GET', '/jobs'), filledIn)).toBeUndefined());

  it('is a write that all have just refused, in exactly this form', () => {
    const write = form('PATCH', '/jobs/:id');
    expect(whyNotRepeated(write, filledIn, { filledIn, answers: answered(403, 403) })).toBeUndefined();
    expect(whyNotRepeated(write, filledIn)).toBeDefined();
    expect(whyNotRepeated(write, filledIn, { filledIn, answers: answered(403, 200) })).toBeDefined();
    const other = { ...filledIn, as: 'admin' as const };
    expect(whyNotRepeated(write, other, { filledIn, answers: answered(403, 403) })).toBeDefined();
  });

  it('is no log-in, because those are limited', () => {
    expect(whyNotRepeated(form('POST', '/auth/token'), filledIn, { filledIn, answers: answered(401) })).toMatch(
      /limited/,
    );
  });
});
