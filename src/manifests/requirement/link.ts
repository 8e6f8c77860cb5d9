// https://pip.pypa.io/en/stable/topics/vcs-support/ and https://packaging.python.org/en/latest/specifications/direct-url/
import type { DependencySource } from '../manifest.ts';
import { parseRequirement, type Requirement } from './requirement.ts';
import { readWheelName } from './wheel-name.ts';

/** What an address tells of the distribution that it leads to. */
export interface Link {
  readonly source: Exclude<DependencySource, 'index' | 'workspace'>;
  /** The requirement in its `#egg=` or its wheel's file name, or null. */
  readonly requirement: Requirement | null;
  /** Hashes in its fragment. */
  readonly hashes: number;
  /** One content stands there for good: a hash, or a full commit of a repository. */
  readonly pinned: boolean;
}

const repositories: ReadonlySet<string> = new Set(['git', 'hg', 'svn', 'bzr']);
const schemes: ReadonlySet<string> = new Set(['http', 'https', 'file', 'ftp', 'ssh', 'sftp']);
const archive = /\.(?:zip|whl|tar|tar\.(?:gz|bz2|xz|lz|lzma)|tgz|tbz|txz|tlz)$/i;

/** True if pip takes the text for a URL or the address of a repository. */
export function isUrl(text: string): boolean {
  const colon = text.indexOf(':');
  if (colon <= 0) return false;
  const scheme = text.slice(0, colon).toLowerCase();
  return schemes.has(scheme) || repositories.has(scheme.split('+', 1)[0] ?? '');
}

/** True if the text looks like a path or a file of a distribution rather than a name. */
export function isPathLike(text: string): boolean {
  const bracket = text.endsWith(']') ? text.lastIndexOf('[') : -1;
  const path = bracket < 0 ? text : text.slice(0, bracket);
  if (/^[^/\\@\s]+@/.test(path) || /^[\w.-]+(?:\[[^\]]*\])?\s+@/.test(path)) return false;
  if (/\s/.test(path)) return /^(?:\.{0,2}[/\\])/.test(path);
  return /[/\\]/.test(path) || path.startsWith('.') || archive.test(path);
}

/** Reads a URL, the address of a repository, or a path, with its fragment. Never throws. */
export function readLink(address: string): Link {
  const [base = '', fragment = ''] = splitOnce(address, '#');
  const scheme = isUrl(base) ? base.slice(0, base.indexOf(':')).toLowerCase() : '';
  const vcs = repositories.has(scheme.split('+', 1)[0] ?? '');
  const parts = fragment.split('&');
  const hashes = parts.filter((part) => /^(?:sha(?:1|224|256|384|512)|md5)=/.test(part)).length;
  const egg = parts.find((part) => part.startsWith('egg='))?.slice('egg='.length);
  const requirement = (egg === undefined ? null : parseRequirement(egg).requirement) ?? readWheelName(fileName(base));
  const source = vcs ? 'vcs' : scheme === '' || scheme === 'file' ? 'path' : 'url';
  return { source, requirement, hashes, pinned: hashes > 0 || (vcs && hasCommit(base)) };
}

/** Git and Mercurial commits in full; a branch, a tag or a short commit can move or be ambiguous. Subversion counts. */
function hasCommit(base: string): boolean {
  return /@[0-9a-f]{40}(?:[0-9a-f]{24})?$/i.test(base) || /^svn.*@\d+$/i.test(base);
}

function fileName(base: string): string {
  const path = base.split('?', 1)[0] ?? '';
  return path.slice(path.lastIndexOf('/') + 1);
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
