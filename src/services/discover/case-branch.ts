// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_09_04_05

/** `case "$1" in … esac`: what a script does by its first argument. */
const byArgument = /^[ \t]*case[ \t]+"?\$\{?1\}?"?[ \t]+in[ \t]*\n([^]*?)^[ \t]*esac\b/gm;

/**
 * A script as it runs with a first argument: of what it does by that alone (`case "$1" in`), the branch that fits, or the
 * one for whatever else. Places move: only its commands are to be read. As it stands where the argument is not known.
 */
export function branchFor(script: string, argument: string | undefined): string {
  if (argument === undefined || argument.includes('$')) return script;
  return script.replaceAll(byArgument, (_, body: string) => {
    const branches = body.split(';;').map((branch) => {
      const [, patterns = '', commands = ''] = /^\s*\(?([^()\n]*)\)([^]*)$/.exec(branch) ?? [];
      return { patterns: patterns.split('|').map((one) => one.trim().replaceAll(/["']/g, '')), commands };
    });
    const fitting =
      branches.find(({ patterns }) => patterns.includes(argument)) ??
      branches.find(({ patterns }) => patterns.includes('*'));
    return fitting?.commands ?? '';
  });
}
