import { styleText } from 'node:util';

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';

/** Colours for text, or none. */
export type Paint = Readonly<Record<Style, (text: string) => string>>;

/** Paints if `color` is true, else leaves text as it is. */
export function painter(color: boolean): Paint {
  const style =
    (name: Style) =>
    (text: string): string =>
      color && text !== '' ? styleText(name, text, { validateStream: false }) : text;
  return {
    bold: style('bold'),
    dim: style('dim'),
    red: style('red'),
    yellow: style('yellow'),
    green: style('green'),
    cyan: style('cyan'),
  };
}
