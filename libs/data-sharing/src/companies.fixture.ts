import { type Company, type CompanyDirectory, unavailable } from '@jobly/contracts';
import { currentRemainingMs } from '@jobly/http-kit';

export const aCompany = (handle: string, given: Partial<Company> = {}): Company => ({
  handle,
  name: `The ${handle}`,
  description: '',
  numEmployees: null,
  logoUrl: null,
  ...given,
});

/** A companies service whose records the test sets, which notes what it is asked, and may be out of reach or slow. */
export function aCompaniesService(...present: Company[]) {
  const service = {
    records: new Map(present.map((company) => [company.handle, company])),
    asked: [] as string[][],
    /** How long the answers were waited for at most (ms). */
    remaining: [] as number[],
    isDown: false,
    /** What answers wait for, once they are found; they are given as they were found. */
    delay: Promise.resolve() as Promise<unknown>,
  };
  async function answering<T>(handles: string[], find: () => T): Promise<T> {
    service.asked.push(handles);
    service.remaining.push(currentRemainingMs());
    const { isDown, delay } = service;
    const found = find();
    await delay;
    if (isDown) throw unavailable('The companies service');
    return found;
  }
  const directory: CompanyDirectory = {
    find: (handle) => answering([handle], () => service.records.get(handle) ?? null),
    namesOf: (handles) =>
      answering(handles, () => {
        const found = handles.flatMap((handle) => service.records.get(handle) ?? []);
        return Object.fromEntries(found.map(({ handle, name }) => [handle, name]));
      }),
  };
  return { service, directory };
}
