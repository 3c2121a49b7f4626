import { invalid, operations } from '@jobly/contracts';
import { Router } from 'express';
import type { Answers, Caller, Form, Unknown } from '../../api/request';
import type { Environment } from '../env';
import type { Launcher } from '../launcher';
import { askAll } from './ask-all';
import { signedIn } from './ask-stack';
import { existingAt } from './existing';
import { type OperationName, fieldsOf } from './fields';
import { filledIn, questionOf } from './question';
import { respondWithSeries } from './series/route';
import { statementsOf } from './statements';
import { stacksOf } from './stacks';
import { SEEDED, suggestions } from './suggestions';
import { createTokens } from './tokens';
import { createTurns } from './turns';

/**
 * Sends requests of a page to all stacks.
 * @param measuring what is being measured on this machine, if anything is; nothing is sent meanwhile
 */
export function requestRoutes(
  launcher: Launcher,
  env: Pick<Environment, 'SEED_PASSWORD' | 'TRACES'>,
  measuring: () => string | null,
): Router {
  const tokens = createTokens(env.SEED_PASSWORD);
  const turns = createTurns(measuring);
  let registered: string | undefined;
  let isReversed = false;

  const router = Router();
  router.get('/forms', async (_request, response) => {
    const stacks = measuring() === null ? stacksOf(launcher.parts()) : [];
    const values = suggestions({ ...(await existingAt(stacks)), registered });
    response.json(Object.keys(operations).map((name) => formOf(name as OperationName, values)));
  });

  router.post('/requests', async ({ body }, response) => {
    const { operation, values, as } = asked(body);
    const question = questionOf(operation, withPassword(operation, values));
    const answers = await turns.single(async (): Promise<Answers | undefined> => {
      // The page has gone on to something else meanwhile.
      if (response.destroyed) return undefined;
      const stacks = stacksOf(launcher.parts());
      isReversed = !isReversed;
      const order = isReversed ? stacks : stacks.toReversed();
      const answers = await askAll(stacks, order, question, callerOf(operation, as), tokens);
      return { ...answers, isTraced: env.TRACES !== undefined };
    });
    if (!answers) return;
    const isMade = answers.answers.some((answer) => 'status' in answer && answer.status === 201);
    if (isMade && question.body && 'username' in question.body) registered = String(question.body['username']);
    response.json(answers);
  });

  router.get('/statements/:requestId', async ({ params }, response) => {
    const none: Unknown = { unknown: 'Start with npm start -- --traces to see the statements.' };
    response.json(env.TRACES === undefined ? none : await statementsOf(env.TRACES, params.requestId));
  });

  router.post('/series', async ({ body }, response) => {
    const { operation, values, as } = asked(body);
    const stacks = stacksOf(launcher.parts());
    const caller = callerOf(operation, as);
    await respondWithSeries(response, questionOf(operation, values), turns, () =>
      Promise.all(
        stacks.map(async (stack) => {
          // An old token may expire on the way.
          tokens.forget(stack, caller);
          return { stack, headers: await signedIn(stack, caller, tokens) };
        }),
      ),
    );
  });
  return router;

  /** Nobody has to know the password of the seeded users: it does not leave the server. */
  function withPassword(operation: OperationName, values: Readonly<Record<string, string>>) {
    const { username = '', password } = values;
    const isSeeded = Object.values<string>(SEEDED).includes(username);
    return operation === 'logIn' && !password && isSeeded ? { ...values, password: env.SEED_PASSWORD } : values;
  }
}

const formOf = (name: OperationName, values: Record<OperationName, Record<string, string>>): Form => {
  const { method, path, owner, access, summary } = operations[name];
  const fields = fieldsOf(name).map((field) => ({ ...field, value: values[name][field.name] ?? '' }));
  return { name, method: method.toUpperCase(), path, owner, access, summary, fields };
};

/** Public operations ignore who asks. */
const callerOf = (name: OperationName, as: Caller): Caller => (operations[name].access === 'anyone' ? 'nobody' : as);

/** @throws Problem for anything that the page does not send */
function asked(body: unknown) {
  const { data } = filledIn.safeParse(body);
  if (!data) throw invalid('Name an operation, the values of its fields, and who sends it');
  return data;
}
