/** An instant to the minute, in UTC, so that the same results make the same report everywhere. */
export const moment = (iso: string) =>
  `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(iso))} UTC`;
