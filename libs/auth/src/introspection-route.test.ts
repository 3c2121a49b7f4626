import { type Introspection, internalOperations } from '@jobly/contracts';
import { introspectionRoute } from './introspection-route';

describe('the route where services ask about a token', () => {
  it('passes the token on, and the answer back', async () => {
    const asked: string[] = [];
    const answer: Introspection = { active: false };
    const { operation, handle } = introspectionRoute({
      introspect: async (token) => {
        asked.push(token);
        return answer;
      },
    });
    expect(operation).toBe(internalOperations.introspectToken);
    expect(await handle({ params: {}, query: {}, body: { token: 'x.y.z' }, key: undefined })).toBe(answer);
    expect(asked).toEqual(['x.y.z']);
  });
});
