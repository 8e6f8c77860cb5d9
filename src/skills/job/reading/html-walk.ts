import { Tokenizer } from 'htmlparser2';

/** An open element of a page. */
export interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What is told of a page, in order. Offsets are those of the text. */
export interface PageVisitor {
  open(element: OpenElement): void;
  close(name: string): void;
  /** Text: `shown` for the reader, standing at `start` for `width` characters. */
  text(shown: string, start: number, width: number): void;
}

const attributesThatMatter = new Set([
  'itemprop',
  'itemtype',
  'itemscope',
  'type',
  'hidden',
  'content',
  'style',
  'role',
  'aria-hidden',
]);

/**
 * Walks through HTML in one pass, in linear time: the tokens as the HTML standard cuts them, entities decoded. Which
 * element is open where is for the visitor to keep.
 */
export function walkHtml(html: string, visitor: PageVisitor): void {
  let name = '';
  let attributes: Record<string, string> = {};
  let attribute = '';
  let value = '';
  let seen = 0;
  const opened = (): void => visitor.open({ name, attributes });
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase();
        attributes = {};
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata(start, end) {
        if (attributesThatMatter.has(attribute) && value.length < 10_000) value += html.slice(start, end);
      },
      onattribentity(codepoint) {
        if (value.length < 10_000) value += String.fromCodePoint(codepoint);
      },
      onattribend() {
        if (attributesThatMatter.has(attribute)) attributes[attribute] ??= value;
      },
      onopentagend(end) {
        seen = end + 1;
        opened();
      },
      onselfclosingtag(end) {
        seen = end + 1;
        opened();
      },
      onclosetag(start, end) {
        visitor.close(html.slice(start, end).toLowerCase());
      },
      ontext(start, end) {
        visitor.text(html.slice(start, end), start, end - start);
        seen = end;
      },
      ontextentity(codepoint, end) {
        const start = Math.max(seen, html.lastIndexOf('&', end - 1));
        visitor.text(String.fromCodePoint(codepoint), start, end - start);
        seen = end;
      },
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

/** True for a text that is HTML: it has a tag of HTML in it. */
export function hasTags(text: string): boolean {
  return /<\/?(?:p|br|ul|ol|li|div|span|h[1-6]|strong|b|em|i|u|table|tr|td|section|html|body|a|script)\b[^<>]{0,2000}>/i.test(
    text,
  );
}
