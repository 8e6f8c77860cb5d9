import type { Block } from './block.ts';
import { type MappedText, slice } from './mapped-text.ts';

const itemMark =
  /^(?:[-*•‣▪▫◦●○■□–—·»>→➤➔➢➣➥➜►▶▸▹❖✦✧✪⚫⮚✓✔✅☑★☆⭐✨🔹🔸▪+~\uf0b7\uf0a7\uf0d8]\ufe0f?|o(?= [A-Z])|\(?[0-9]{1,2}[.)]|\(?[a-z]\))\s+/u;
const markdownHeading = /^#{1,6}\s+/;
const decoration = /^[\s*_=~#:|-]+|[\s*_=~#|-]+$/g;

/** A line as a block: a heading or an item of a list by its marks, which are taken off; else a text. */
export function markedBlock(line: MappedText): Block {
  const hash = markdownHeading.exec(line.text)?.[0].length;
  if (hash !== undefined) return { kind: 'heading', text: undecorated(slice(line, hash, line.text.length)) };
  const mark = itemMark.exec(line.text)?.[0].length;
  if (mark !== undefined && mark < line.text.length) {
    return { kind: 'item', text: slice(line, mark, line.text.length) };
  }
  if (/^(\*\*|__).+(\*\*|__):?$/.test(line.text) && line.text.length < 80) {
    return { kind: 'heading', text: undecorated(line) };
  }
  return { kind: 'text', text: line };
}

/** True for a line with nothing but the mark of an item, which is the next line: so pages paste. */
export function isLoneMark(text: string): boolean {
  return /^[•‣▪▫◦●○■□·➤➢►▶▸\uf0b7\uf0a7]$/u.test(text);
}

/** A heading without the signs that people draw around it. */
export function undecorated(line: MappedText): MappedText {
  const { text } = line;
  const start = /^[\s*_=~#|<>[\]-]*/.exec(text)?.[0].length ?? 0;
  const end = text.length - (/[\s*_=~#|<>[\]-]*$/.exec(text)?.[0].length ?? 0);
  return start < end ? slice(line, start, end) : line;
}

/** True for a line of nothing but signs, drawn as a rule. */
export function isRule(text: string): boolean {
  return text !== '' && text.replaceAll(decoration, '') === '';
}

/** True for a line that reads like a heading: short, no sentence, and a colon behind it or capitals all over. */
export function readsAsHeading(text: string): boolean {
  if (text.length > 70 || /[.;,]$/.test(text)) return false;
  if (text.endsWith(':')) return text.split(' ').length <= 9;
  const letters = text.replaceAll(/[^\p{L}]/gu, '');
  return letters.length > 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}
