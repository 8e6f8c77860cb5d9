import type { Block } from './block.ts';
import { type MappedText, slice } from './mapped-text.ts';

const itemMark =
  /^(?:[-*•‣▪▫◦●○■□–—·»>→➤➔➢➣➥➜►▶▸▹❖✦✧✪⚫⮚✓✔✅☑★☆⭐✨🔹🔸▪+~\uf0b7\uf0a7\uf0d8]\ufe0f?|o(?= [A-Z])|\(?[0-9]{1,2}[.)]|\(?[a-z]\))\s+/u;
const markdownHeading = /^#{1,6}\s+/;
const drawn = /^[\s*_=~#:|-]+$/;
const around = /[\s*_=~#|<>[\]-]/;

/** A line as a block: a heading or an item of a list by its marks, which are taken off; else a text. */
export function markedBlock(line: MappedText): Block {
  const hash = markdownHeading.exec(line.text)?.[0].length;
  if (hash !== undefined) return { kind: 'heading', text: undecorated(slice(line, hash, line.text.length)) };
  const mark = itemMark.exec(line.text)?.[0].length;
  if (mark !== undefined && mark < line.text.length) {
    return { kind: 'item', text: slice(line, mark, line.text.length) };
  }
  if (line.text.length < 80 && /^(\*\*|__).+(\*\*|__):?$/.test(line.text)) {
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
  let start = 0;
  let end = text.length;
  while (start < end && around.test(text[start] as string)) start += 1;
  while (end > start && around.test(text[end - 1] as string)) end -= 1;
  return start < end ? slice(line, start, end) : line;
}

/** True for a line of nothing but signs, drawn as a rule. */
export function isRule(text: string): boolean {
  return drawn.test(text);
}

/** True for a line that reads like a heading: short, no sentence, and a colon behind it or capitals all over. */
export function readsAsHeading(text: string): boolean {
  if (text.length > 70 || /[.;,]$/.test(text)) return false;
  if (text.endsWith(':')) return text.split(' ').length <= 9;
  const letters = text.replaceAll(/[^\p{L}]/gu, '');
  return letters.length > 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}
