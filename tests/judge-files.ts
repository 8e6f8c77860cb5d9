import { expect } from 'vitest';
import { check } from '../src/engine/check.ts';
import type { CheckRequest } from '../src/engine/request.ts';
import type { Severity, UnknownReason } from '../src/evidence/vocabulary.ts';
import { allFindings, type Finding, type Report } from '../src/report/report.ts';
import { memoryRepository } from '../src/repository/memory.ts';
import { applyEdits } from '../src/syntax/edit.ts';
import { Lines } from '../src/syntax/lines.ts';

/** A small repository: paths to texts or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The day for which tests judge unless they say otherwise. */
export const testDay = '2026-11-21';

/** The report of a small repository in memory, judged for `testDay`. */
export function reportOn(files: Files, request: CheckRequest = {}): Promise<Report> {
  return check(memoryRepository(files), { today: testDay, ...request });
}

/** What one check says of a small repository, in the report's order. */
export async function findingsOn(id: string, files: Files, request: CheckRequest = {}): Promise<Finding[]> {
  return allFindings(await reportOn(files, { only: [id], ...request })).filter((finding) => finding.check === id);
}

/** What a test expects of a finding, for `toMatchObject`: `place` is `FILE:LINE`, `fragment` a part of its message. */
export type Expected = object;

type Verdict = 'pass' | 'fail' | { readonly unknown: UnknownReason };

/** An expected finding of a subject. */
export function finding(
  verdict: Verdict,
  severity: Severity,
  subject: string,
  place: string,
  fragment: string | RegExp,
): Expected {
  const colon = place.lastIndexOf(':');
  return {
    ...(typeof verdict === 'string' ? { verdict, reason: null } : { verdict: 'unknown', reason: verdict.unknown }),
    severity,
    subject,
    at: { file: place.slice(0, colon), line: Number(place.slice(colon + 1)) },
    message: (typeof fragment === 'string'
      ? expect.stringContaining(fragment)
      : expect.stringMatching(fragment)) as string,
  };
}

/** An expected statement that a check does not apply. */
export function notApplicable(fragment: string): Expected {
  return { verdict: 'not-applicable', message: expect.stringContaining(fragment) as string };
}

/** The text of a file after the edits of a finding's fix. */
export function fixedText(files: Files, file: string, { fix }: Finding): string {
  const text = files[file];
  if (typeof text !== 'string') throw new Error(`${file} is no text`);
  const lines = new Lines(text);
  const edits = (fix?.edits ?? []).filter((edit) => edit.file === file);
  return applyEdits(
    text,
    edits.map((edit) => ({
      start: lines.offset(edit.line, edit.column),
      end: lines.offset(edit.endLine, edit.endColumn),
      text: edit.text,
    })),
  );
}
