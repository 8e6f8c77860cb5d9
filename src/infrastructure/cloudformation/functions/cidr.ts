// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html
import type { DataNode } from '../../../syntax/data-tree.ts';
import { readNumber, readText } from '../../model/reading.ts';
import type { Value } from '../../model/value.ts';
import { argumentsOf, type Evaluation, made } from '../evaluation.ts';

/** `Fn::Cidr` of a block of IPv4: as many blocks of 2^bits addresses (8 if not said) as asked for, at most 256. */
export function addressBlocks(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const [blockNode, countNode, bitsNode] = argumentsOf(argument);
  const block = blockNode === undefined ? undefined : readText(evaluation.value(blockNode));
  const count = countNode === undefined ? undefined : readNumber(evaluation.value(countNode));
  const bits = bitsNode === undefined ? 8 : numberOf(evaluation.value(bitsNode));
  const blocks =
    block?.known === true && count?.known === true && bits !== undefined
      ? blocksOf(block.value, count.value, bits)
      : undefined;
  if (blocks === undefined) return evaluation.unknown(node, 'dynamic-value', 'address blocks');
  const place = evaluation.place(node);
  return { kind: 'list', items: blocks.map((text) => made(text, place)), place };
}

function numberOf(value: Value): number | undefined {
  const reading = readNumber(value);
  return reading.known ? reading.value : undefined;
}

function blocksOf(block: string, count: number, bits: number): string[] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(block);
  if (match === null) return undefined;
  const prefix = Number(match[5]);
  const octets = match.slice(1, 5).map(Number);
  const isSound = octets.every((octet) => octet < 256) && Number.isInteger(count) && Number.isInteger(bits);
  if (!isSound || count < 1 || count > 256 || bits < 1 || bits > 32 - prefix) return undefined;
  const size = 2 ** bits;
  const room = 2 ** (32 - prefix);
  if (count * size > room) return undefined;
  const address = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const first = address - (address % room);
  return Array.from({ length: count }, (_, index) => `${dotted(first + index * size)}/${32 - bits}`);
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}
