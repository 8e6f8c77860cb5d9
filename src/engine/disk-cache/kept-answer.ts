import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Repository } from '../../repository/repository.ts';
import { startTimer } from '../timer.ts';
import { cacheFolder } from './cache-folder.ts';
import { programStamp } from './program-stamp.ts';
import { openStore, type Store } from './store.ts';
import { recordReads, renewTrace, type Trace } from './trace.ts';

/** How an answer is kept. */
export interface Keeping {
  /** False to neither look for a kept answer nor keep one. */
  readonly enabled: boolean;
  /** Told, once, why answers can't be kept here. */
  readonly onTrouble?: ((message: string) => void) | undefined;
  /** Told how long it took to look for a kept answer, and to keep one. */
  readonly onTiming?: ((phase: string, milliseconds: number) => void) | undefined;
}

/**
 * The answer to a question about a repository: the kept one if neither the repository nor this program has changed since,
 * else a new one, which is kept. The question is plain JSON and holds all that the answer depends on besides the
 * repository; the answer is plain JSON too. A repository in memory is always asked anew.
 */
export async function keptAnswer<Answer>(
  repository: Repository,
  question: unknown,
  { enabled, onTrouble, onTiming }: Keeping,
  ask: (repository: Repository) => Promise<Answer>,
): Promise<Answer> {
  const { disk } = repository;
  const folder = enabled && disk !== undefined ? folderOutside(disk.root) : undefined;
  if (disk === undefined || folder === undefined) {
    if (enabled && disk !== undefined) onTrouble?.('no cache: its folder lies in the repository, or nowhere');
    return ask(repository);
  }
  const looking = startTimer(onTiming);
  const store = openStore(folder);
  const key = JSON.stringify([programStamp(), disk.root, question]);
  const kept = keptIn<Answer>(store, key, repository);
  looking.lap('cache: look');
  if (kept !== undefined) return kept.answer;
  const recorder = recordReads(repository);
  const answer = await ask(recorder.repository);
  const keeping = startTimer(onTiming);
  const trace = recorder.trace();
  if (trace !== undefined && !store.set(key, JSON.stringify({ trace, answer }))) {
    onTrouble?.(`no cache: ${folder} cannot be written`);
  }
  keeping.lap('cache: keep');
  return answer;
}

/** A kept answer, in a box: it may be anything. */
interface Kept<Answer> {
  readonly trace: Trace;
  readonly answer: Answer;
}

function keptIn<Answer>(store: Store, key: string, repository: Repository): Kept<Answer> | undefined {
  const text = store.get(key);
  if (text === undefined) return undefined;
  try {
    const kept = JSON.parse(text) as Kept<Answer>; // whole, and written by this build: the digest and the key vouch for it
    const trace = renewTrace(kept.trace, repository);
    if (trace !== undefined && trace !== kept.trace) store.set(key, JSON.stringify({ ...kept, trace }));
    return trace === undefined ? undefined : kept;
  } catch {
    return undefined;
  }
}

/** The folder of the cache, unless it lies in the repository, which is never written to. */
function folderOutside(root: string): string | undefined {
  const folder = cacheFolder({ platform: process.platform, environment: process.env, home: homedir() });
  if (folder === undefined) return undefined;
  const way = relative(realPath(root), realPath(folder));
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? folder : undefined;
}

/** An absolute path without links, as far as it exists. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(realPath(above), basename(path));
  }
}
