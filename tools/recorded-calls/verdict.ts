import type { Place, Site } from './recordings.ts';
import type { LineRange } from './statement-lines.ts';

/** What is read of a row of `skyworthy calls`. */
export interface CallRow extends Place {
  readonly service: string;
  readonly api: string;
  readonly certainty: 'resolved' | 'guessed';
}

/** What is read of the document of `skyworthy calls`. */
export interface CallsDocument {
  readonly calls: readonly CallRow[];
  readonly unresolved: readonly Place[];
}

/** How a site that performed an operation was found: by a row, guessed, listed as unresolved, or not at all. */
export interface Verdict {
  readonly kind: 'resolved' | 'guessed' | 'unresolved' | 'missed';
  /** Of a site without a row: what was found instead, if anything. */
  readonly instead?: string;
}

/** How many other operations are named. */
const SHOWN = 3;

/** Gives the lines of the statement at a place. */
export type StatementAt = (place: Place) => LineRange;

const isWithin =
  (places: readonly Place[], statementAt: StatementAt) =>
  ({ file, line }: Place): boolean =>
    places.some((place) => {
      if (place.file !== file) return false;
      const { first, last } = statementAt(place);
      return first <= line && line <= last;
    });

function insteadOf(site: Site, document: CallsDocument, statementAt: StatementAt): string | undefined {
  const isSame = ({ service, api }: CallRow): boolean => service === site.service && api === site.operation;
  const rows = document.calls.filter(isWithin(site.places, statementAt));
  const here = [...new Set(rows.map(({ service, api }) => `${service}.${api}`))];
  if (here.length > 0) return `here: ${here.slice(0, SHOWN).join(', ')}${here.length > SHOWN ? ' …' : ''}`;
  const caller = document.calls.filter(isSame).find(isWithin(site.callers, statementAt));
  return caller && `at its caller ${caller.file}:${caller.line}`;
}

/** Judges one recorded site: a row counts if service and operation are equal and it stands in the same statement. */
export function verdictOf(site: Site, document: CallsDocument, statementAt: StatementAt): Verdict {
  const isHere = isWithin(site.places, statementAt);
  const rows = document.calls.filter(
    (row) => row.service === site.service && row.api === site.operation && isHere(row),
  );
  if (rows.length > 0) {
    return { kind: rows.some(({ certainty }) => certainty === 'resolved') ? 'resolved' : 'guessed' };
  }
  const instead = insteadOf(site, document, statementAt);
  return {
    kind: document.unresolved.some(isHere) ? 'unresolved' : 'missed',
    ...(instead !== undefined && { instead }),
  };
}
