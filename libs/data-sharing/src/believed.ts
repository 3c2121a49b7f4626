import { type Moment, elapsedSince, expiringCache, thisMoment } from '@jobly/expiry';
import { away, onEveryonesBehalf } from '@jobly/http-kit';
import { cachedAnswers, questions } from './counts';

/** Answers by key; keys without an answer are left out. */
type Answers<Answer> = Map<string, Answer>;

interface Belief<Answer> {
  /** What the answers are about, for the metrics. */
  of: string;
  /** Asks the neighbour about all of these at once. */
  ask: (keys: string[]) => Promise<Answers<Answer>>;
  /** How long an answer is believed, from when it was asked for (ms). */
  ttl: number;
  /** About as many bytes as the answer takes. */
  weigh: (answer: Answer) => number;
}

interface Question<Answer> {
  since: Moment;
  answers: Promise<Answers<Answer>>;
}

/** Of the answers to one kind of question (bytes): thousands of companies, or of lists of jobs. */
const MAX_WEIGHT = 8_000_000;

/**
 * Believes a neighbour's answers for a while. Simultaneous askers share one question. Only answers are believed: neither
 * that there is none, since that may change at any moment, nor an error.
 */
export function believed<Answer>({ of, ask, ttl, weigh }: Belief<Answer>) {
  const known = expiringCache<Answer>({ weight: MAX_WEIGHT, weigh });
  const underWay = new Map<string, Question<Answer>>();
  // Initialised, so that a scrape shows 0 before the first question.
  for (const count of [cachedAnswers, questions]) count.inc({ of }, 0);

  function question(keys: string[]): Question<Answer> {
    questions.inc({ of });
    const since = thisMoment();
    const isCurrent = (key: string) => underWay.get(key) === asking;
    // In full, however little time is left to whoever asks first.
    const answers = onEveryonesBehalf(() => ask(keys))
      .then((found) => {
        for (const [key, answer] of found) if (isCurrent(key)) known.set(key, answer, ttl, since);
        return found;
      })
      .finally(() => keys.filter(isCurrent).forEach((key) => underWay.delete(key)));
    const asking: Question<Answer> = { since, answers };
    for (const key of keys) underWay.set(key, asking);
    return asking;
  }

  /** Someone else's question that is under way; not one so old that its answer might be, too. */
  function othersQuestion(key: string): Question<Answer> | undefined {
    const asking = underWay.get(key);
    return asking && elapsedSince(asking.since) < ttl ? asking : undefined;
  }

  async function answersTo(keys: string[]): Promise<Answers<Answer>> {
    const answers: Answers<Answer> = new Map();
    const missing: string[] = [];
    const awaited = new Set<Question<Answer>>();
    for (const key of keys) {
      const answer = known.get(key);
      const others = othersQuestion(key);
      if (answer !== undefined) answers.set(key, answer);
      else if (others) awaited.add(others);
      else missing.push(key);
    }
    cachedAnswers.inc({ of }, answers.size);
    if (answers.size === keys.length) return answers;
    if (missing.length > 0) awaited.add(question(missing));
    for (const found of await away(() => Promise.all(Array.from(awaited, (asking) => asking.answers)))) {
      for (const key of keys) {
        const answer = found.get(key);
        if (answer !== undefined) answers.set(key, answer);
      }
    }
    return answers;
  }

  return {
    /** The answers to these keys, of which there may be fewer: none for what does not exist. */
    answersTo,

    /** A question under way is not believed either: it may have been answered before this was known. */
    forget(key: string): void {
      known.delete(key);
      underWay.delete(key);
    },
  };
}
