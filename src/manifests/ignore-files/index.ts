// What stays out of a build: .dockerignore, .funcignore and .gcloudignore.
import { dockerRules } from './docker.ts';
import { gitRules } from './git.ts';
import type { IgnoreFile } from './ignore-file.ts';

export type { IgnoreFile } from './ignore-file.ts';

/** True for the name of a file that is read here. Docker also takes `NAME.Dockerfile.dockerignore`. */
export function isIgnoreFile(path: string): boolean {
  return /(?:^|\/)(?:[^/]*\.dockerignore|\.funcignore|\.gcloudignore)$/.test(path);
}

/**
 * Reads an ignore file by its name's rules: Docker's for `.dockerignore`, git's for the others. `readOther` gives the
 * text of a file that `.gcloudignore` includes (`#!include:.gitignore`), or undefined. Never throws.
 */
export function readIgnoreFile(
  path: string,
  text: string,
  readOther: (name: string) => string | undefined = () => undefined,
): IgnoreFile {
  return path.endsWith('.dockerignore') ? dockerRules(text) : gitRules(text, readOther);
}
