/** A figure as it is shown: "12.3"; a dash where it is not known. */
export const amount = (value: number | null | undefined, decimals: number): string =>
  value === null || value === undefined
    ? '–'
    : value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
