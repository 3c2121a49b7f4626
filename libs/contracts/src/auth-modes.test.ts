import { authModes } from './index';

describe('AUTH_MODE', () => {
  it('has its default first, and in the monolith only what one process can do', () => {
    expect(authModes.monolith).toEqual(['shared-secret', 'jwks', 'introspect']);
    expect(authModes.micro).toEqual(['jwks', 'shared-secret', 'introspect', 'introspect-cached', 'gateway']);
  });
});
