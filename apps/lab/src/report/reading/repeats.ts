const AGAIN = / again$/;

/** An arm that is another one once more, to see the noise. */
export const isRepeat = (arm: string) => AGAIN.test(arm);

/** The arm that it repeats; the arm itself if it repeats none. */
export const repeatedBy = (arm: string) => arm.replace(AGAIN, '');
