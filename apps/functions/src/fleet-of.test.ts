import { settings } from './env';
import { fleetOf } from './fleet-of';

test.each(['users-service', 'companies-service', 'jobs-service'])(
  'no server of a service is a function: %s',
  (FUNCTION) => {
    expect(() => fleetOf(settings.parse({ FUNCTION, FUNCTION_FORM: 'server' }))).toThrow(
      'FUNCTION_FORM=server is for the monolith: a service works on when it has answered, and would be frozen meanwhile.',
    );
    expect(fleetOf(settings.parse({ FUNCTION })).pids()).toEqual([]);
  },
);
