// https://packaging.python.org/en/latest/specifications/dependency-specifiers/
import { Cursor } from './cursor.ts';
import { type Marker, readMarker } from './marker.ts';
import { readClauses, specifierText } from './specifier.ts';

/** A dependency specifier of PEP 508, read. */
export interface Requirement {
  /** As written. */
  readonly name: string;
  readonly extras: readonly string[];
  /** As PEP 440 writes it, without spaces; empty where any version will do. */
  readonly specifier: string;
  /** What stands after `@`, or null. */
  readonly url: string | null;
  /** The marker as written, and its tree (null where it can't be read), or null where there is none. */
  readonly marker: { readonly tree: Marker | null; readonly text: string } | null;
}

/** What is wrong with a requirement, at an offset of its text. */
export interface RequirementFault {
  readonly message: string;
  readonly offset: number;
}

/**
 * A requirement that was read, or why not. Both are there where the name is certain and a part of the rest is not: a
 * version that only older installers took (`==2012d-x`), or a marker that can't be read.
 */
export interface ParsedRequirement {
  readonly requirement: Requirement | null;
  readonly fault: RequirementFault | null;
}

const name = /[a-z0-9](?:[\w.-]*[a-z0-9])?/iy;

/** Reads a requirement such as `boto3[crt]>=1.34,<2; python_version >= "3.9"` or `name @ https://…`. Never throws. */
export function parseRequirement(text: string): ParsedRequirement {
  const cursor = new Cursor(text);
  const fail = (message: string, offset: number = cursor.offset): ParsedRequirement => ({
    requirement: null,
    fault: { message, offset },
  });
  cursor.skipSpace();
  const found = cursor.take(name);
  if (found === undefined) return fail('expected the name of a distribution');
  cursor.skipSpace();
  const extras = readExtras(cursor);
  if (typeof extras === 'string') return fail(extras);
  cursor.skipSpace();
  const rest = cursor.accept('@') ? readUrl(cursor) : readVersions(cursor);
  if (typeof rest === 'string') return fail(rest);
  const tail = readTail(cursor, rest.url !== null);
  if (typeof tail === 'string') return fail(tail);
  const { fault, ...versions } = rest;
  return { requirement: { name: found, extras, ...versions, marker: tail.marker }, fault: tail.fault ?? fault };
}

function readExtras(cursor: Cursor): string[] | string {
  const extras: string[] = [];
  if (!cursor.accept('[')) return extras;
  cursor.skipSpace();
  if (cursor.accept(']')) return extras;
  for (;;) {
    cursor.skipSpace();
    const extra = cursor.take(name);
    if (extra === undefined) return 'expected the name of an extra';
    extras.push(extra);
    cursor.skipSpace();
    if (cursor.accept(']')) return extras;
    if (!cursor.accept(',')) return 'expected , or ] after an extra';
  }
}

interface Versions {
  readonly specifier: string;
  readonly url: string | null;
  readonly fault: RequirementFault | null;
}

function readUrl(cursor: Cursor): Versions | string {
  cursor.skipSpace();
  const url = cursor.take(/[^ \t]+/y);
  return url === undefined ? 'expected a URL after @' : { specifier: '', url, fault: null };
}

function readVersions(cursor: Cursor): Versions | string {
  const parenthesised = cursor.accept('(');
  const offset = cursor.offset;
  const clauses = readClauses(cursor);
  cursor.skipSpace();
  if (parenthesised && !cursor.accept(')')) return 'expected ) after the versions';
  const odd = clauses.find((clause) => !clause.standard);
  const fault =
    odd === undefined ? null : { message: `${odd.operator}${odd.version} is no version of PEP 440`, offset };
  return { specifier: specifierText(clauses), url: null, fault };
}

interface Tail {
  readonly marker: Requirement['marker'];
  readonly fault: RequirementFault | null;
}

/** The marker, if one follows, and the end of the text. */
function readTail(cursor: Cursor, afterUrl: boolean): Tail | string {
  cursor.skipSpace();
  if (cursor.atEnd) return { marker: null, fault: null };
  if (!cursor.accept(';')) return unexpected(cursor, afterUrl);
  cursor.skipSpace();
  const start = cursor.offset;
  const tree = readMarker(cursor);
  cursor.skipSpace();
  const text = cursor.text.slice(start).trim();
  if (typeof tree !== 'string' && cursor.atEnd) return { marker: { tree, text }, fault: null };
  const message = typeof tree === 'string' ? tree : 'unexpected text after the marker';
  return { marker: { tree: null, text }, fault: { message, offset: cursor.offset } };
}

function unexpected(cursor: Cursor, afterUrl: boolean): string {
  if (afterUrl) return 'expected a space, ; and a marker after the URL';
  if (/=(?!=)/y.test(cursor.text.slice(cursor.offset, cursor.offset + 2))) return '= is no operator: == is';
  return 'expected a version specifier, ; or the end';
}
