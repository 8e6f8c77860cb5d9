// Which names of a function hold a secret, as far as its own text tells.

/** Calls that give a secret, with what the answer keeps it under. */
const sources =
  /\b(\w+)\s*=\s*(?:await\s+)?[\w.()"']*?(?:\.get_secret_value\(|\.access_secret_version\(|\bsecrets?_?client\.get_secret\(|\bkey_?vault\w*\.get_secret\(|parameters\.get_secret\()/g;

/** What of an answer is the secret itself. */
const inside = /SecretString|SecretBinary|\.payload\b|\.value\b/;

/** Texts by which files are chosen. */
export const secretNeedles: readonly string[] = ['get_secret_value(', 'access_secret_version(', 'get_secret('];

/** A bound for the text of a function, in characters. */
const longest = 20_000;

/** The names that hold a secret in a function: the answer of a store (`whole`), and what is taken out of it (`bare`). */
export interface SecretNames {
  readonly whole: ReadonlySet<string>;
  readonly bare: ReadonlySet<string>;
}

/** Reads the names of a function's text. */
export function secretNames(text: string): SecretNames {
  const whole = new Set<string>();
  const bare = new Set<string>();
  if (text.length > longest) return { whole, bare };
  for (const [, name = ''] of text.matchAll(sources)) if (isBoundOnce(name, text)) whole.add(name);
  for (const [, name = '', value = ''] of text.matchAll(/^[ \t]*(\w+)\s*=\s*([^=\n][^\n]*)$/gm)) {
    if (whole.has(name)) {
      if (inside.test(value)) bare.add(name);
      continue;
    }
    const used: readonly string[] = value.match(/\w+/g) ?? [];
    const taken = used.some((one) => whole.has(one)) && inside.test(value);
    if (
      taken ||
      (used.some((one) => bare.has(one)) && /^(json\.loads|ast\.literal_eval|str)\(\w+\)$/.test(value.trim()))
    )
      bare.add(name);
  }
  return { whole, bare };
}

/** A name that is bound to other things too may be one of those where it is logged. */
function isBoundOnce(name: string, text: string): boolean {
  return [...text.matchAll(new RegExp(`\\b${name}\\s*=[^=]|\\b(?:as|for)\\s+${name}\\b`, 'g'))].length === 1;
}

/** True if a logged text shows a secret: a name that holds one, alone or between the braces of an f-string. */
export function showsSecret(argument: string, { whole, bare }: SecretNames): boolean {
  const shown = /^[rbu]?f["']/i.test(argument)
    ? [...argument.matchAll(/\{([^{}]+)\}/g)].map(([, inner = '']) => inner.replace(/[!:=][^\]]*$/, ''))
    : argument.split(/\s*\+\s*/);
  return shown
    .map((one) => one.trim().replace(/^(?:str|repr)\((.*)\)$/, '$1'))
    .some((one) => {
      const [name = ''] = /^\w+/.exec(one) ?? [];
      if (name === one) return bare.has(name) || whole.has(name);
      if (bare.has(name)) return /^\w+\[["'][^"']*(pass|secret|key|token|pwd)[^"']*["']\]$/i.test(one);
      return (
        whole.has(name) &&
        /^\w+(\[["']Secret(String|Binary)["']\]|\.value|\.payload(\.data)?(\.decode\([^)]*\))?)$/.test(one)
      );
    });
}
