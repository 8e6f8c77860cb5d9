// https://docs.docker.com/reference/dockerfile/#environment-replacement

const variable = /\\\$|\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+])([^{}]*))?\})/g;

/**
 * The text with `$name`, `${name}`, `${name:-default}` and `${name:+other}` replaced. Undefined where a variable has
 * neither value nor default, or where it is used in a way that is not known (such as `${name%suffix}`).
 */
export function substitute(text: string, valueOf: (name: string) => string | undefined): string | undefined {
  let missing = false;
  const replaced = text.replaceAll(variable, (whole, bare?: string, braced?: string, operator?: string, word = '') => {
    if (whole === '\\$') return '\0';
    const value = valueOf(bare ?? braced ?? '');
    const set = operator?.startsWith(':') ? value !== undefined && value !== '' : value !== undefined;
    if (operator?.endsWith('+')) return set ? word : '';
    if (operator?.endsWith('-')) return set ? (value ?? '') : word;
    if (value === undefined) missing = true;
    return value ?? '';
  });
  if (missing || /\$\{/.test(replaced)) return undefined;
  return replaced.replaceAll('\0', '$');
}
