import type { Edit } from '../feature';

export const lab: readonly Edit[] = [
  {
    file: 'libs/lab/experiments/auth/src/inside/tokens.ts',
    anchor: `verify: (token: string, key: jwt.Secret, options: jwt.VerifyOptions): unknown =>
      isNow('only-read') ? jwt.decode(token) : verify(token, isNow('secret-as-string') ? asString(key) : key, options),`,
    replace: `verify: (token: string, key: jwt.Secret, options?: jwt.VerifyOptions): unknown =>
      isNow('only-read')
        ? jwt.decode(token, { complete: options?.complete === true })
        : verify(token, isNow('secret-as-string') ? asString(key) : key, options),`,
  },
];
