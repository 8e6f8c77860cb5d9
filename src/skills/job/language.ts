/** Words that every text of a language has, none of which the others have. */
const commonWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('the and of you with for our are will your we is as have this that or be an from at not on'.split(' ')),
  de: new Set(
    'und der die das mit für wir ist sie auf eine einen einem bei zu den dem von im dein deine ihre nicht oder du zur sowie'.split(
      ' ',
    ),
  ),
  fr: new Set('le la les des et vous une dans pour nous est votre avec sur aux du au en sont notre ou que'.split(' ')),
  es: new Set('el los las del y con para una por tu nuestro que se es como tus nuestra al o'.split(' ')),
  it: new Set('il gli della di con per una che sono nel alla delle tuo nostra e è del le i'.split(' ')),
  nl: new Set('het een van en je wij met voor bij ons zijn aan jij onze naar op deze te niet of'.split(' ')),
  pt: new Set('os das dos com para uma você em nosso não são como seu na no ao e'.split(' ')),
  pl: new Set('i w z na do nie się oraz jest dla od przez lub co ze po'.split(' ')),
  sv: new Set('och att en som för med på är av till du vi det har inte din om vår ett'.split(' ')),
};

const enough = 200_000;

/**
 * Whether a text is in English, by the words that each language repeats; a text too short to tell counts as English. In
 * other languages nothing is guessed.
 */
export function languageOf(text: string): 'en' | 'other' {
  const sample = text.slice(0, enough);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin * 2 < letters) return 'other';
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = Object.entries(commonWords).map(([language, common]) => {
    return { language, count: words.reduce((sum, word) => sum + (common.has(word) ? 1 : 0), 0) };
  });
  const english = counts.find(({ language }) => language === 'en')?.count ?? 0;
  const other = Math.max(...counts.filter(({ language }) => language !== 'en').map(({ count }) => count));
  return other > english && other >= 4 ? 'other' : 'en';
}
