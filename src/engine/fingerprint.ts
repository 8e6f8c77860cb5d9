import { hash } from 'node:crypto';

/**
 * A finding's identity over time: 32 hexadecimal digits from its check, its service (empty for the repository) and its
 * subject. Lines and messages do not count, so it stays when code moves.
 */
export function fingerprint(check: string, service: string, subject: string): string {
  return hash('sha256', `${check}\0${service}\0${subject}`).slice(0, 32);
}
