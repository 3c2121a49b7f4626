import { waysOfSharing } from './index';

describe('DATA_SHARING', () => {
  it('has its default first, and in each architecture only what that one can do', () => {
    expect(waysOfSharing.monolith).toEqual(['call', 'join']);
    expect(waysOfSharing.micro).toEqual(['call', 'cached', 'replica']);
  });
});
