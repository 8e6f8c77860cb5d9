import { InvalidArgumentError, Option } from 'commander';
import { isDay } from '../evidence/day.ts';

/** `--format`, one of the names given; the first is the default. */
export function formatOption(...formats: readonly [string, ...string[]]): Option {
  return new Option('--format <format>', 'how the result is printed').choices(formats).default(formats[0]);
}

/** Options that every command takes; some have nothing to do for some commands. */
export function sharedOptions(): Option[] {
  return [
    new Option('--quiet', 'print only what matters most'),
    new Option('--no-color', 'print without colours'),
    new Option('--cwd <folder>', 'run as if started in this folder'),
    new Option('--no-cache', 'read everything anew'),
    new Option('--profile', 'print where the time went, on standard error'),
    dayOption(),
  ];
}

/** `--today`: the day to judge for. */
function dayOption(): Option {
  return new Option('--today <date>', 'judge for this day (YYYY-MM-DD)').argParser((text) => {
    if (!isDay(text)) throw new InvalidArgumentError('Write a day as YYYY-MM-DD, such as 2026-11-21.');
    return text;
  });
}

/** A parser for repeatable options whose values are names; several may stand in one, with commas. */
export function names(text: string, before: readonly string[] = []): string[] {
  const given = text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (given.length === 0) throw new InvalidArgumentError('Name one at least.');
  return [...before, ...given];
}

/** A parser for repeatable options with any text as value. */
export function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}
