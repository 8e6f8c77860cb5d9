import { hash } from 'node:crypto';

/** Results that are kept by the content they came from. A result is plain data and never changes once it is kept. */
export interface Cache {
  get<Result>(key: string): Result | undefined;
  set<Result>(key: string, result: Result): void;
}

/** A cache that lives as long as the process. */
export function memoryCache(): Cache {
  const results = new Map<string, unknown>();
  return {
    get: <Result>(key: string) => results.get(key) as Result | undefined,
    set: (key, result) => void results.set(key, result),
  };
}

/** A key for a result: what made it (a reader and its version), and the content that it was made from. */
export function cacheKey(maker: string, content: Uint8Array): string {
  return `${maker}:${hash('sha256', content)}`;
}
