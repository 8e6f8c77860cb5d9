import { type MappedText, MappedTextBuilder, through } from './mapped-text.ts';

/** Words of ASCII with single blanks between them: nothing to change. */
const asciiWords = /[\x21-\x5f\x61-\x7e]+(?: [\x21-\x5f\x61-\x7e]+){0,100}/y;
const blankSign = /[\s\u00a0\u0085]/;
const invisible = /[\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]|\u034f/;

/** Other signs for what ASCII has. */
const signs: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '‑': '-',
  '‒': '–',
  '―': '—',
  '⁄': '/',
};

/**
 * A text as a reader sees it: white space folded to single blanks and none at the ends, invisible characters dropped,
 * ligatures and full-width letters as plain ones, quotation marks and hyphens straight.
 */
export function plain(mapped: MappedText): MappedText {
  const { text } = mapped;
  const built = new MappedTextBuilder();
  const words = new RegExp(asciiWords);
  let blank = -1;
  for (let index = 0; index < text.length; ) {
    words.lastIndex = index;
    const run = words.exec(text)?.[0];
    const character = text[index] as string;
    const shown = run ?? (blankSign.test(character) || invisible.test(character) ? '' : plainSign(character));
    if (shown !== '') {
      if (blank >= 0 && built.length > 0) built.add(' ', blank);
      blank = -1;
      built.add(shown, index, run === undefined ? 1 : run.length);
    } else if (blank < 0 && blankSign.test(character)) blank = index;
    index += run?.length ?? 1;
  }
  return through(built.build(), mapped);
}

function plainSign(character: string): string {
  if (/[™®©℠]/.test(character)) return '';
  return signs[character] ?? character.normalize('NFKC');
}
