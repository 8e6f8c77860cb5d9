import { hash } from 'node:crypto';
import type { FileContent, Repository } from '../../repository/repository.ts';
import { snapshot } from '../../repository/snapshot.ts';

/** What an answer was made from: which files there were, and what those were that it read. Plain JSON. */
export interface Trace {
  /** A digest of all that listing the repository gave. */
  readonly listing: string;
  /** Each file that was read, by its place in the listing, with its stamp and, where that can't be trusted, its digest. */
  readonly reads: readonly Read[];
}

type Read = readonly [file: number, stamp: string, digest?: string];

/**
 * A file that changed this short a time before it was read, in milliseconds, may change again with the same stamp: the
 * clocks of file systems tick as slowly as every two seconds (FAT). Git calls such an entry racy, and compares contents.
 */
const racyMs = 2500;

/** More racy bytes than this are not worth a digest: the answer is kept by a later run. */
const mostRacyBytes = 4 * 1024 * 1024;

/** Writes down what is read of a repository. */
export interface Recorder {
  /** The repository to read from. */
  readonly repository: Repository;
  /** What was read so far; undefined if no stamps vouch for it. */
  trace(): Trace | undefined;
}

/** Starts to write down what is read of a repository on disk. */
export function recordReads(repository: Repository): Recorder {
  const reads = new Map<string, Read>();
  const places = placesOf(repository);
  let vouched = true;
  let racyBytes = 0;
  const record = (file: string, content: FileContent): void => {
    const place = places.get(file);
    if (place === undefined) return; // not listed: the listing vouches for that
    const { stamp } = content;
    const known = reads.get(file);
    if (stamp === undefined || (known !== undefined && known[1] !== stamp.text)) vouched = false;
    else if (known === undefined) {
      const racy = Date.now() - stamp.changedMs < racyMs;
      if (racy && content.ok) racyBytes += content.bytes.length;
      const digest = racy && content.ok && racyBytes <= mostRacyBytes ? hash('sha256', content.bytes) : undefined;
      if (racy && digest === undefined) vouched = false;
      reads.set(file, digest === undefined ? [place, stamp.text] : [place, stamp.text, digest]);
    }
  };
  const recorded = (look: (file: string) => FileContent) => (file: string) => {
    const content = look(file);
    record(file, content);
    return content;
  };
  return {
    repository: snapshot(repository.files, repository, recorded(repository.read), recorded(repository.glance)),
    trace: () => (vouched ? { listing: listingDigest(repository), reads: [...reads.values()] } : undefined),
  };
}

/**
 * Whether a repository still is what an answer was made from. Files whose stamps can be trusted are not opened. Gives the
 * trace as it is to be kept from now on: the same one, or one with fewer files to open; undefined if anything changed.
 */
export function renewTrace(trace: Trace, repository: Repository): Trace | undefined {
  if (trace.listing !== listingDigest(repository)) return undefined;
  let renewed = false;
  const reads: Read[] = [];
  for (const read of trace.reads) {
    const [place, kept, digest] = read;
    const file = repository.files[place];
    if (file === undefined) return undefined;
    if (digest === undefined) {
      if (repository.disk?.stamp(file)?.text !== kept) return undefined;
      reads.push(read);
      continue;
    }
    const content = repository.read(file);
    if (!content.ok || content.stamp === undefined || hash('sha256', content.bytes) !== digest) return undefined;
    const settled = Date.now() - content.stamp.changedMs >= racyMs;
    renewed ||= settled;
    reads.push(settled ? [place, content.stamp.text] : read);
  }
  return renewed ? { ...trace, reads } : trace;
}

function placesOf({ files }: Repository): Map<string, number> {
  return new Map(files.map((file, place) => [file, place]));
}

/** No path holds a NUL. */
function listingDigest({ files, links, unreadable }: Repository): string {
  const faults = unreadable.flatMap(({ file, message }) => [file, message]);
  return hash('sha256', [files, [...links], faults].map((part) => part.join('\0')).join('\0\0'));
}
