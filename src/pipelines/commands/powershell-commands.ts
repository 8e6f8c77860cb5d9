import type { ShellCommand } from './shell-commands.ts';

const mostLines = 5000;
const word = /"([^"]*)"|'([^']*)'|[^\s"']+/g;

/**
 * The programs that the lines of a PowerShell script begin with. Its own language is not read: of a line that is no call of
 * a program nothing is told.
 */
export function powershellCommands(text: string): ShellCommand[] {
  const commands: ShellCommand[] = [];
  let start = 0;
  for (const line of text.split('\n', mostLines)) {
    const call = line.trim().replace(/^&\s+/, '');
    if (/^[a-z][\w.-]*(\s|$)/.test(call) && call.length < 5000) {
      const words = [...call.matchAll(word)].map(([whole, double, single]) => double ?? single ?? whole);
      commands.push({ words, start, tolerated: null });
    }
    start += line.length + 1;
  }
  return commands;
}
