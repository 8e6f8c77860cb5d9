// https://specifications.freedesktop.org/basedir-spec/latest/ and its likes on macOS and Windows.
import { isAbsolute, join, resolve } from 'node:path';

/** What tells where the cache lies: the platform, its environment and the home folder. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * The folder of the cache: `$SKYWORTHY_CACHE`, else `skyworthy` in the platform's folder for caches. Undefined where there
 * is no absolute path to go by.
 */
export function cacheFolder({ platform, environment, home }: Machine): string | undefined {
  const own = environment['SKYWORTHY_CACHE'] ?? '';
  if (own !== '') return resolve(own);
  const folder = platformFolder({ platform, environment, home });
  return isAbsolute(folder) ? join(folder, 'skyworthy') : undefined;
}

function platformFolder({ platform, environment, home }: Machine): string {
  if (platform === 'win32') return environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local');
  if (platform === 'darwin') return join(home, 'Library', 'Caches');
  const xdg = environment['XDG_CACHE_HOME'] ?? '';
  return isAbsolute(xdg) ? xdg : join(home, '.cache'); // the specification: a relative path is to be ignored
}
