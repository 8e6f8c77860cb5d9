// https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-name-convention
import { parseRequirement, type Requirement } from './requirement.ts';

/** The distribution and version in a wheel's file name, as a requirement `name==version`; null where it is no wheel's. */
export function readWheelName(file: string): Requirement | null {
  if (!file.toLowerCase().endsWith('.whl')) return null;
  const parts = file.slice(0, -'.whl'.length).split('-');
  if (parts.length !== 5 && parts.length !== 6) return null;
  const [name = '', version = ''] = parts.map((part) => decode(part).replaceAll('_', '-'));
  return parseRequirement(`${name}==${version}`).requirement;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
