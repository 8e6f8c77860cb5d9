import { niceAhead, niceBehind } from './cues.ts';

/** Words that headings of advertisements are made of; a line with another one speaks of that. */
const common = new Set(
  `a about absolute absolutely additional additionally advantage advantageous advantages all also although an and any apply appreciated are as at attributes
  background basic be being beneficial benefits best better bit bonus bonuses brief bring but cake can care candidate candidates characteristics cherry company
  competencies core could criteria daily day day-to-day delight deal breaker desirable desirables desired description details do doing don't drama
  duties education else essential essentials even expect expectations experience experiences expertise extra extras following for from further get
  give good great hard happy have haves help helps helpful her here hiring his how highly icing ideal ideally if in is it it's its it'd job key know knowledge kit
  learn level like list looking look love main major make makes mandatory may might minimum more must musts must-have must-haves necessary need needed needs
  nice nice-to-have nice-to-haves nice-haves non not of offer offering on one ones opportunity optional or other our out perks perfect person personal plus plusses pluses point points
  position preferable preferably preferred prerequisites primary profession professional profile project purpose qualification qualifications qualities really required requirement
  requirements responsibilities responsibility role scope secondary section set should show skill skills skillset smile so soft some special specific specification stack stand start
  strong strongly stuff success successful summary tasks team tech technical technologies technology that that's the them there these they they're things this
  those to tools toolbox top training traits typical under us useful valuable value valued values very want wanted way we we'd we'll we're welcome well what what's
  where which who who's why will win wish won't wishlist wish-list with work working would wouldn't you you'd you'll you're you've your yours`.split(
    /\s+/,
  ),
);

/** True for a line that is made of nothing but the words of headings: it names nothing that could be meant itself. */
export function isOfHeadings(text: string): boolean {
  return (text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'+#-]*/gu) ?? []).every((word) => common.has(word));
}

/** True for what grades only itself: `Kafka is a plus`, `German (nice to have)`; not for `Skills that are a plus`. */
export function gradesItself(text: string): boolean {
  return !isOfHeadings(text.replaceAll(niceAhead, ' ').replaceAll(niceBehind, ' '));
}
