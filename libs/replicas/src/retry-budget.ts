/** How many requests may be repeated, whatever goes wrong. */
export interface RetryBudget {
  /** A request is made for the first time. */
  deposit(): void;
  /** Whether one may be repeated now; if so, it counts as repeated. */
  withdraw(): boolean;
  /** It is not repeated after all. */
  refund(): void;
}

/** The share of requests that may be repeated in the long run: Google's per-client budget of retries (SRE book, chapter 21). */
const SHARE = 0.1;

/**
 * A budget of retries for one neighbour, as Finagle and gRPC have one: each request pays in a share of a retry. While some
 * requests fail, repeating them helps; while most do, it multiplies the load of a neighbour that cannot bear the usual
 * one.
 * @param reserve how many more may be repeated at first, and after a while in which all went well
 * @see https://sre.google/sre-book/handling-overload/ and https://finagle.github.io/blog/2016/02/08/retry-budgets
 */
export function retryBudget(reserve: number): RetryBudget {
  let balance = reserve;
  const add = (amount: number) => {
    balance = Math.min(reserve, balance + amount);
  };
  return {
    deposit: () => add(SHARE),
    withdraw() {
      if (balance < 1) return false;
      balance -= 1;
      return true;
    },
    refund: () => add(1),
  };
}
