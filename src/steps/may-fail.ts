/** Calls that ask nobody, and fail again whenever what they are given is tried again. */
const harmless =
  /^(print|pprint|str|int|float|len|repr|list|dict|set|enumerate|range|type|isinstance|json\.\w+|datetime\.\S+|logging\.\S+|\?\S*log(ger)?\.\w+|\?\S*\.(append|format|join|get|lower|upper|split|strip|items|keys|values|replace))$/i;

/** False for a call, by its path, that cannot fail at one time and work at another. */
export function mayFail(path: string): boolean {
  return !harmless.test(path);
}
