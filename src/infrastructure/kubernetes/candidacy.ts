import { baseName } from '../../repository/paths.ts';
import type { Candidacy } from '../model/candidates.ts';

const dataFile = /\.(ya?ml|json)$/i;
const kustomization = /^(kustomization\.ya?ml|Kustomization)$/;
const version = Buffer.from('apiVersion');
const kind = Buffer.from('kind');

/** True for a file that kustomize reads by its name. */
export function isKustomization(file: string): boolean {
  return kustomization.test(baseName(file));
}

/** Kustomizations, and the files that may state objects. */
export const candidacy: Candidacy = {
  named: (file) => dataFile.test(file) || isKustomization(file),
  holds: (bytes, file) => isKustomization(file) || (bytes !== undefined && mayStateObjects(bytes)),
};

/** Whether a file can state objects: by its words, then by how they stand. */
export function mayStateObjects(bytes: Buffer): boolean {
  if (!bytes.includes(version) || !bytes.includes(kind)) return false;
  const text = bytes.toString('latin1');
  return /^[ \t]*["']?apiVersion["']?\s*:/m.test(text) && /["']?\bkind["']?\s*:/.test(text);
}
