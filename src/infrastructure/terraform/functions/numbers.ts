// https://developer.hashicorp.com/terraform/language/functions#numeric-functions
import type { Value } from '../../model/value.ts';
import { list, literal } from '../make.ts';
import { itemsOf, numberOf } from '../settled.ts';
import type { CallPlace, FunctionTable, TerraformFunction } from './function.ts';

const longestRange = 1024; // Terraform refuses longer ones

function ofNumbers(compute: (...numbers: number[]) => number): TerraformFunction {
  return (values, { place, evaluation }) => {
    const numbers = values.map((value) => numberOf(value, evaluation));
    if (numbers.length === 0 || numbers.includes(undefined)) return undefined;
    const result = compute(...(numbers as number[]));
    return Number.isFinite(result) ? literal(result, place) : undefined;
  };
}

function range(values: readonly Value[], { place, evaluation }: CallPlace): Value | undefined {
  const numbers = values.map((value) => numberOf(value, evaluation));
  const [first, second, third] = numbers;
  if (first === undefined || numbers.includes(undefined)) return undefined;
  const [start, end] = second === undefined ? [0, first] : [first, second];
  const step = third ?? (start <= end ? 1 : -1);
  if (step === 0 || Math.abs((end - start) / step) > longestRange) return undefined;
  const found: Value[] = [];
  for (let at = start; step > 0 ? at < end : at > end; at += step) found.push(literal(at, place));
  return list(found, place);
}

function sum([numbers]: readonly Value[], { place, evaluation }: CallPlace): Value | undefined {
  const items = numbers && itemsOf(numbers, evaluation);
  if (items === undefined || items.rest !== undefined) return undefined;
  const found = items.items.map(({ value }) => numberOf(value, evaluation));
  return found.includes(undefined)
    ? undefined
    : literal(
        found.reduce<number>((total, next) => total + (next ?? 0), 0),
        place,
      );
}

export const numbers: FunctionTable = {
  abs: ofNumbers(Math.abs),
  ceil: ofNumbers(Math.ceil),
  floor: ofNumbers(Math.floor),
  log: ofNumbers((number, base = 10) => Math.log(number) / Math.log(base)),
  max: ofNumbers((...all) => all.reduce((most, next) => Math.max(most, next))),
  min: ofNumbers((...all) => all.reduce((least, next) => Math.min(least, next))),
  parseint: ([text, base], { place, evaluation }) => {
    const [digits, radix] = [text && numberOf(text, evaluation), base && numberOf(base, evaluation)];
    return digits === undefined || radix !== 10 ? undefined : literal(Math.trunc(digits), place);
  },
  pow: ofNumbers((base, exponent = 1) => base ** exponent),
  range,
  signum: ofNumbers(Math.sign),
  sum,
};
