const FOUNDERS =
  'Abbott Baker Chandra Dietrich Eriksen Fontaine Grimaldi Hoshino Ibarra Jansen Kowalski Lindqvist Moreau Nakamura Okafor Petrov Quinn Rossi Silva Tanaka Ueda Vargas Whitfield Yilmaz Zhang'.split(
    ' ',
  );
const FORMS = ['Partners', 'Systems', 'Logistics', 'Foods', 'Studio', 'Energy', 'Robotics'] as const;

interface SeededCompany {
  handle: string;
  name: string;
  /** The last word of its name. */
  form: (typeof FORMS)[number];
}

/**
 * The fifty companies that every topology starts with. The seeds of companies and of jobs must agree on them, although
 * neither module knows the other. They come from plain arithmetic, so they are the same everywhere. Front ends put
 * names into URLs unencoded, so no name contains "&".
 */
export const seededCompanies: readonly SeededCompany[] = Array.from({ length: 50 }, (_, at) => {
  const founder = FOUNDERS[at % FOUNDERS.length]!;
  const form = FORMS[(at * 3 + Math.floor(at / FOUNDERS.length)) % FORMS.length]!;
  const name = `${founder} ${form}`;
  return { handle: name.toLowerCase().replace(/[^a-z]+/g, '-'), name, form };
});
