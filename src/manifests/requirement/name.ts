// https://packaging.python.org/en/latest/specifications/name-normalization/

/** A name in its normal form (PEP 503): lower case, each run of `-`, `_` and `.` as one `-`. */
export function normaliseName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

/** True if the text is a valid name of a distribution or an extra. */
export function isName(text: string): boolean {
  return /^[a-z0-9](?:[\w.-]*[a-z0-9])?$/i.test(text);
}
