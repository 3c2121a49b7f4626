import { topicsOf } from './events';

describe('the topics of events', () => {
  it.each([
    ['companies', ['company-deleted', 'company-changed']],
    ['jobs', ['job-changed', 'jobs-deleted']],
    ['users', []],
  ] as const)('that the %s service records are its own', (producer, topics) => {
    expect(topicsOf(producer)).toEqual(topics);
  });

  it('are only those for who is elsewhere', () => {
    expect(topicsOf('jobs', ['companies'])).toEqual(['jobs-deleted']);
    expect(topicsOf('companies', ['jobs'])).toEqual([]);
  });
});
