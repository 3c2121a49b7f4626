const FOUNDERS =
  'Abbott Baker Chandra Dietrich Eriksen Fontaine Grimaldi Hoshino Ibarra Jansen Kowalski Lindqvist Moreau Nakamura Okafor Petrov Quinn Rossi Silva Tanaka Ueda Vargas Whitfield Yilmaz Zhang'.split(
    ' ',
  );
const FORMS = ['Partners', 'Systems', 'Logistics', 'Foods', 'Studio', 'Energy', 'Robotics'];
const CRAFTS = [
  'Advises firms that have outgrown their spreadsheets',
  'Writes the software that other people blame',
  'Brings parcels to places without an address',
  'Bakes bread by the tonne, and well',
  'Draws the signs you find your way by',
  'Stores the wind for a calm day',
  'Builds machines that fold, lift and sort',
];

export interface SeedCompany {
  handle: string;
  name: string;
  description: string;
  numEmployees: number | null;
  logoUrl: string | null;
}

/**
 * The fifty companies every topology begins with; plain arithmetic, so that they are the same everywhere. Front ends put
 * names into URLs as they are, so these have no "&"; and they must do without a logo here, without a size there.
 */
export const companies: SeedCompany[] = Array.from({ length: 50 }, (_, at) => {
  const founder = FOUNDERS[at % FOUNDERS.length]!;
  const form = (at * 3 + Math.floor(at / FOUNDERS.length)) % FORMS.length;
  const name = `${founder} ${FORMS[form]}`;
  return {
    handle: name.toLowerCase().replace(/[^a-z]+/g, '-'),
    name,
    description: `${CRAFTS[form]}, since ${1950 + ((at * 37) % 70)}.`,
    numEmployees: at % 10 === 9 ? null : 5 + ((at * 7919) % 1_500),
    logoUrl: at % 3 === 1 ? null : `/logos/logo${(at % 4) + 1}.png`,
  };
});
