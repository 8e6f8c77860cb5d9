import { hasTags, walkHtml } from './html-walk.ts';
import { type MappedText, MappedTextBuilder, through } from './mapped-text.ts';

const shortEscapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: ' ', f: ' ' };

/** What a string of JSON says, given as it stands between its quotes; raw line breaks are let pass. */
export function unescapeJson(written: MappedText): MappedText {
  const built = new MappedTextBuilder();
  let last = 0;
  for (const { index, 0: escape, 1: hex } of written.text.matchAll(/\\(?:u([0-9a-f]{4})|[^u]|u)/gi)) {
    built.add(written.text.slice(last, index), last);
    const sign = escape[1] as string;
    const meant = hex === undefined ? (shortEscapes[sign] ?? sign) : String.fromCharCode(Number.parseInt(hex, 16));
    built.add(meant, index, escape.length);
    last = index + escape.length;
  }
  built.add(written.text.slice(last), last);
  return through(built.build(), written);
}

/** HTML as it was before it was escaped, once or several times: `&lt;p&gt;` for `<p>`. Other text stays. */
export function unescapeHtml(mapped: MappedText): MappedText {
  let text = mapped;
  for (let round = 0; round < 3 && !hasTags(text.text) && /&(?:amp;)*lt;\s*\/?[a-z]/i.test(text.text); round++) {
    text = decodeEntities(text);
  }
  return text;
}

function decodeEntities(mapped: MappedText): MappedText {
  const built = new MappedTextBuilder();
  const text = (shown: string, start: number, width: number): void => built.add(shown, start, width);
  walkHtml(mapped.text, { open() {}, close() {}, text });
  return through(built.build(), mapped);
}
