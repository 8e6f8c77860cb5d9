import { type Evidence, evidence } from '../evidence/evidence.ts';
import type { CodeCall } from './code.ts';
import type { Subject } from './define.ts';

/** A call that a check judges. */
export interface CallSubject extends Subject {
  readonly call: CodeCall;
}

/** A call as a subject, named by its file, its function and what is called. */
export function callSubject(call: CodeCall): CallSubject {
  const where = call.within.length === 0 ? '' : ` in ${call.within.join('.')}`;
  return { name: `${call.place.file}: ${call.text.replaceAll(/\s+/g, ' ').slice(0, 80)}${where}`, call };
}

/** A call as evidence. */
export function callEvidence({ place, text }: CodeCall): Evidence {
  return evidence(place, `${text}(…)`);
}

/** True of a file that is AWS's module for custom resources, which is copied as it is. */
export function isCopied(file: string): boolean {
  return file.endsWith('cfnresponse.py');
}
