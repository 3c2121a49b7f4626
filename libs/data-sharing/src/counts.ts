import { Counter } from 'prom-client';

/** The answers that needed no question: what a cache saves, counted. */
export const cachedAnswers = new Counter({
  name: 'sharing_cached_answers_total',
  help: "Answers about a neighbour's data that were believed without asking",
  labelNames: ['of'] as const,
  registers: [],
});

export const questions = new Counter({
  name: 'sharing_questions_total',
  help: 'Questions to a neighbour whose answers are believed for SHARING_CACHE_TTL',
  labelNames: ['of'] as const,
  registers: [],
});
