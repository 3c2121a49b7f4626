import { type Company, seededCompanies } from '@jobly/contracts';

const CRAFTS = {
  Partners: 'Advises firms that have outgrown their spreadsheets',
  Systems: 'Writes the software that other people blame',
  Logistics: 'Brings parcels to places without an address',
  Foods: 'Bakes bread by the tonne, and well',
  Studio: 'Draws the signs you find your way by',
  Energy: 'Stores the wind for a calm day',
  Robotics: 'Builds machines that fold, lift and sort',
};

/** The seeded companies as rows. Some lack a logo and some a number of employees, so that front ends have to cope. */
export const companies: Company[] = seededCompanies.map(({ handle, name, form }, at) => ({
  handle,
  name,
  description: `${CRAFTS[form]}, since ${1950 + ((at * 37) % 70)}.`,
  numEmployees: at % 10 === 9 ? null : 5 + ((at * 7919) % 1_500),
  logoUrl: at % 3 === 1 ? null : `/logos/logo${(at % 4) + 1}.png`,
}));
