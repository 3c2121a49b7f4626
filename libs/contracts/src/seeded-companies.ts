const FOUNDERS =
  'Abbott Baker Chandra Dietrich Eriksen Fontaine Grimaldi Hoshino Ibarra Jansen Kowalski Lindqvist Moreau Nakamura Okafor Petrov Quinn Rossi Silva Tanaka Ueda Vargas Whitfield Yilmaz Zhang'.split(
    ' ',
  );
const FORMS = ['Partners', 'Systems', 'Logistics', 'Foods', 'Studio', 'Energy', 'Robotics'] as const;

interface SeededCompany {
  handle: string;
  name: string;
  /** What it says at the end of its name. */
  form: (typeof FORMS)[number];
}

/**
 * The fifty companies every topology begins with: what the seed of companies and that of jobs must agree on, although
 * neither module knows the other. Plain arithmetic, so that they are the same everywhere. Front ends put names into URLs
 * as they are, so these have no "&".
 */
export const seededCompanies: readonly SeededCompany[] = Array.from({ length: 50 }, (_, at) => {
  const founder = FOUNDERS[at % FOUNDERS.length]!;
  const form = FORMS[(at * 3 + Math.floor(at / FOUNDERS.length)) % FORMS.length]!;
  const name = `${founder} ${form}`;
  return { handle: name.toLowerCase().replace(/[^a-z]+/g, '-'), name, form };
});
