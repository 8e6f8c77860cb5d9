// https://pip.pypa.io/en/stable/reference/requirements-file-format/#supported-options

/** An option of a line, by its long name. */
export interface LineOption {
  readonly name: string;
  readonly value: string | null;
}

/** The options of a line, and what is wrong with them. */
export interface LineOptions {
  readonly options: readonly LineOption[];
  readonly faults: readonly string[];
}

const takesValue: Readonly<Record<string, string>> = {
  '-i': 'index-url',
  '--index-url': 'index-url',
  '--pypi-url': 'index-url',
  '--extra-index-url': 'extra-index-url',
  '-c': 'constraint',
  '--constraint': 'constraint',
  '-r': 'requirement',
  '--requirement': 'requirement',
  '-e': 'editable',
  '--editable': 'editable',
  '-f': 'find-links',
  '--find-links': 'find-links',
  '--no-binary': 'no-binary',
  '--only-binary': 'only-binary',
  '--trusted-host': 'trusted-host',
  '--use-feature': 'use-feature',
  '--global-option': 'global-option',
  '--hash': 'hash',
  '-C': 'config-settings',
  '--config-setting': 'config-settings',
  '--config-settings': 'config-settings',
};
const takesNone: Readonly<Record<string, string>> = {
  '--no-index': 'no-index',
  '--prefer-binary': 'prefer-binary',
  '--require-hashes': 'require-hashes',
  '--pre': 'pre',
};
const longNames = [...Object.keys(takesValue), ...Object.keys(takesNone)].filter((name) => name.startsWith('--'));

/**
 * Reads the words of a line's options as pip does: `--name=value`, `--name value`, `-rvalue`, unambiguous beginnings of
 * long names. Words that belong to no option are passed over. An option that pip does not know is a fault.
 */
export function readOptions(words: readonly string[]): LineOptions {
  const options: LineOption[] = [];
  const faults: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') break;
    if (!word.startsWith('-') || word === '-') continue;
    const { written, attached } = split(word);
    const full = fullName(written);
    const flag = takesNone[full];
    const name = takesValue[full];
    if (name !== undefined) {
      const value = attached ?? words[++at];
      if (value === undefined) faults.push(`${written} needs a value`);
      else options.push({ name, value });
    } else if (flag === undefined) {
      faults.push(`pip knows no option ${written} in a requirements file`);
    } else if (attached === undefined) {
      options.push({ name: flag, value: null });
    } else {
      faults.push(`${written} takes no value`);
    }
  }
  return { options, faults };
}

function split(word: string): { written: string; attached: string | undefined } {
  if (!word.startsWith('--')) return { written: word.slice(0, 2), attached: word.slice(2) || undefined };
  const equals = word.indexOf('=');
  if (equals < 0) return { written: word, attached: undefined };
  return { written: word.slice(0, equals), attached: word.slice(equals + 1) };
}

function fullName(written: string): string {
  if (!written.startsWith('--') || longNames.includes(written)) return written;
  const matching = longNames.filter((name) => name.startsWith(written));
  return matching.length === 1 ? (matching[0] ?? written) : written;
}
