import { seededCompanies } from './index';

const distinct = (values: string[]) => new Set(values).size;

describe('the companies that every topology begins with', () => {
  it('are fifty, each with a handle and a name of its own', () => {
    expect(seededCompanies).toHaveLength(50);
    expect(distinct(seededCompanies.map(({ handle }) => handle))).toBe(50);
    expect(distinct(seededCompanies.map(({ name }) => name))).toBe(50);
  });

  it.each(seededCompanies)('can stand in a URL unescaped, by its handle or by its words: $name', (company) => {
    expect(company.name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
    expect(company.handle).toBe(company.name.toLowerCase().replace(' ', '-'));
    expect(company.name.split(' ')[1]).toBe(company.form);
  });

  it('are two of each founder, of seven forms that are about as frequent', () => {
    const founders = seededCompanies.map(({ name }) => name.split(' ')[0]!);
    const forms = seededCompanies.map(({ form }) => form);
    expect(distinct(founders)).toBe(25);
    expect(distinct(forms)).toBe(7);
    for (const one of new Set(forms)) expect(forms.filter((form) => form === one).length).toBeGreaterThan(5);
  });
});
