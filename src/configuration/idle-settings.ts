import { pathMatcher } from '../repository/path-patterns.ts';
import { overrideSettings } from './schema.ts';
import type { Settings } from './settings.ts';

/** What is set and changes nothing, as sentences: a pattern of `exclude` that matches no file, an override of nothing. */
export function idleSettings({ exclude, overrides }: Settings, file: string, files: readonly string[]): string[] {
  const idle = exclude.filter((pattern) => !pattern.startsWith('!') && !files.some(pathMatcher([pattern])));
  const effects = overrideSettings
    .map(({ field }) => field)
    .filter((field) => field !== 'paths' && field !== 'services');
  return [
    ...idle.map((pattern) => `${file}: exclude names ${pattern}, which matches no file that would be read.`),
    ...overrides
      .filter((override) => effects.every((field) => override[field] === undefined))
      .map(
        ({ place }) => `${place.file}:${place.line}: the override sets nothing: write skip, fail-on or another key.`,
      ),
  ];
}
