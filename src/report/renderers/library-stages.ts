import type { LibrariesDocument, NeedJson } from '../documents/libraries.ts';

/** A part of the list: its heading, and its needs with the uses that belong there. */
export interface LibraryStage {
  readonly title: string;
  readonly needs: readonly NeedJson[];
}

/**
 * What ships, and what people work with: a library that only tests or scripts use stands in the second part, whatever
 * need it serves. Needs without a use are left out, unless `all` asks for them.
 */
export function libraryStages({ needs }: LibrariesDocument, all: boolean): LibraryStage[] {
  const product = needs.filter(({ stage }) => stage === 'product');
  const development = needs.filter(({ stage }) => stage === 'development');
  const ships = product.map((need) => ({ ...need, uses: need.uses.filter((use) => !use.development) }));
  const aside = product.map(apart).filter(({ uses }) => uses.length > 0);
  const isShown = ({ uses }: NeedJson): boolean => all || uses.length > 0;
  return [
    { title: 'What ships', needs: ships.filter(isShown) },
    { title: 'Development', needs: [...development.filter(isShown), ...aside] },
  ].filter((stage) => stage.needs.length > 0);
}

/** The uses for development alone; the choices are named where the need is met in what ships, if it is. */
function apart(need: NeedJson): NeedJson {
  const uses = need.uses.filter((use) => use.development);
  return { ...need, uses, current: uses.length < need.uses.length ? [] : need.current };
}
