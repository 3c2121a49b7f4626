import { operations } from '@jobly/contracts';
import { ask, inBatches, type Target } from '@jobly/lab/system-under-test';

/** As long as the contract allows, so that a list of them is a megabyte, which no buffer of the system takes. */
const COMPANIES = 200;
const DESCRIPTION = 'x'.repeat(5_000);
const AT_A_TIME = 8;

export interface LongAnswers {
  /** Asked for, it gives a megabyte. */
  path: string;
  remove(): Promise<void>;
}

/**
 * Creates companies with long descriptions.
 * @param label at most 16 of `a–z 0–9 -`
 * @throws Failure if one is refused
 */
export async function makeLongAnswers({ origin }: Target, token: string, label: string): Promise<LongAnswers> {
  const handles = Array.from({ length: COMPANIES }, (_, index) => `${label}-${index + 1}`);
  await inBatches(AT_A_TIME, handles, (handle) => {
    const body = { handle, name: handle, description: DESCRIPTION };
    return ask(origin, operations.createCompany, { token, body });
  });
  return {
    path: `/companies?nameLike=${label}-`,
    remove: async () => {
      await inBatches(AT_A_TIME, handles, (handle) =>
        ask(origin, operations.deleteCompany, { token, path: `/companies/${handle}` }),
      );
    },
  };
}
