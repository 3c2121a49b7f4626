import { companyFilter, jobFilter } from './index';

const page = { limit: 1_000, offset: 0 };
const sentences = (query: object) => companyFilter.safeParse(query).error?.issues.map(({ message }) => message);

describe('the filter of companies', () => {
  it('without a condition is a whole page', () => {
    expect(companyFilter.parse({})).toEqual(page);
  });

  it('takes name for nameLike', () => {
    expect(companyFilter.parse({ name: 'net' })).toEqual({ ...page, nameLike: 'net' });
    expect(companyFilter.parse({ nameLike: 'net' })).toEqual({ ...page, nameLike: 'net' });
  });

  it('does not take both', () => {
    expect(sentences({ name: 'a', nameLike: 'b' })).toEqual(['is an alias of nameLike; give one of the two']);
  });

  it('takes an empty name for no condition', () => {
    expect(companyFilter.parse({ nameLike: '' })).toEqual(page);
    expect(companyFilter.parse({ name: '' })).toEqual(page);
  });

  it('takes one size for both ends', () => {
    expect(companyFilter.parse({ minEmployees: '5', maxEmployees: '5' })).toMatchObject({ minEmployees: 5 });
    expect(companyFilter.parse({ minEmployees: '0' })).toMatchObject({ minEmployees: 0 });
  });

  it('compares sizes as numbers', () => {
    expect(companyFilter.parse({ minEmployees: '9', maxEmployees: '10' })).toMatchObject({ maxEmployees: 10 });
    expect(sentences({ minEmployees: '10', maxEmployees: '9' })).toEqual(['must not be greater than maxEmployees']);
  });

  it('names every problem at once', () => {
    expect(sentences({ minEmployees: '2', maxEmployees: '1', name: 'a', nameLike: 'b' })).toHaveLength(2);
  });

  it.each([{ limit: '0' }, { limit: '1001' }, { limit: '' }, { offset: '-1' }, { offset: '2147483648' }])(
    'has no page %p',
    (query) => {
      expect(companyFilter.safeParse(query).success).toBe(false);
    },
  );

  it.each([
    [{ minEmployees: '' }, {}],
    [{ maxEmployees: '' }, {}],
    [{ minEmployees: '', maxEmployees: '7' }, { maxEmployees: 7 }],
    [{ minEmployees: '7', maxEmployees: '' }, { minEmployees: 7 }],
    [{ nameLike: '', minEmployees: '', maxEmployees: '' }, {}],
  ])('takes an empty size for no condition: %p', (query, conditions) => {
    expect(companyFilter.parse(query)).toEqual({ ...page, ...conditions });
  });

  it.each([' ', '1.5', '-1', 'ten', '2147483648', '00000000001'])('knows no size %p', (minEmployees) => {
    expect(companyFilter.safeParse({ minEmployees }).success).toBe(false);
  });
});

describe('the filter of jobs', () => {
  it.each([
    ['true', true],
    ['false', false],
    ['', false],
    [undefined, false],
  ])('takes %p for hasEquity', (hasEquity, asked) => {
    expect(jobFilter.parse({ hasEquity }).hasEquity).toBe(asked);
  });

  it('takes an empty salary for no condition', () => {
    expect(jobFilter.parse({ title: '', minSalary: '', hasEquity: '' })).toEqual({ ...page, hasEquity: false });
  });

  it.each([' ', '1', 'TRUE', 'yes', ['true', 'true']])('does not take %p for hasEquity', (hasEquity) => {
    expect(jobFilter.safeParse({ hasEquity }).success).toBe(false);
  });
});
