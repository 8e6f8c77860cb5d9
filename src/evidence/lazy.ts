/** Makes something when it is first asked for, once. */
export function lazy<Item>(make: () => Item): () => Item {
  let made: { readonly item: Item } | undefined;
  return () => {
    made ??= { item: make() };
    return made.item;
  };
}
