/**
 * The quantile of Student's distribution for a whole number of degrees of freedom and a share of at least one half, by
 * bisection of its distribution function.
 */
export function studentQuantile(share: number, freedom: number): number {
  let [low, high] = [0, 1];
  while (centralShare(high, freedom) < 2 * share - 1) [low, high] = [high, 2 * high];
  while (high - low > 1e-9 * high) {
    const middle = (low + high) / 2;
    if (centralShare(middle, freedom) < 2 * share - 1) low = middle;
    else high = middle;
  }
  return high;
}

/** The share within ±t: a finite sum for whole degrees of freedom (Abramowitz & Stegun 26.7.3 and 26.7.4). */
function centralShare(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = freedom % 2 === 1;
  let [sum, term] = [0, isOdd ? cosine : 1];
  for (let power = isOdd ? 1 : 0; power < freedom - 1; power += 2) {
    sum += term;
    term *= ((power + 1) / (power + 2)) * cosine ** 2;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}
