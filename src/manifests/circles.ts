type Graph = ReadonlyMap<string, Iterable<string>>;

/**
 * For each node of a graph the number of its circle: two nodes have the same one if each leads to the other. In linear
 * time, by two walks, the second against the arrows (Kosaraju and Sharir).
 */
export function circlesOf(graph: Graph): Map<string, number> {
  const order: string[] = [];
  const seen = new Set<string>();
  for (const node of graph.keys()) walk(graph, node, seen, (left) => order.push(left));
  const circles = new Map<string, number>();
  const back = reversed(graph);
  const placed = new Set<string>();
  for (const [index, node] of order.reverse().entries()) walk(back, node, placed, (left) => circles.set(left, index));
  return circles;
}

/** Goes from a node to all that it leads to and that is not seen yet, and names each when it has been left. */
function walk(graph: Graph, from: string, seen: Set<string>, leave: (node: string) => void): void {
  if (seen.has(from)) return;
  seen.add(from);
  const open = [{ node: from, arrows: iterator(graph, from) }];
  for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
    const next = last.arrows.next();
    if (next.done === true) {
      leave(last.node);
      open.pop();
    } else if (!seen.has(next.value)) {
      seen.add(next.value);
      open.push({ node: next.value, arrows: iterator(graph, next.value) });
    }
  }
}

function iterator(graph: Graph, node: string): Iterator<string, undefined> {
  return (graph.get(node) ?? [])[Symbol.iterator]();
}

function reversed(graph: Graph): Graph {
  const back = new Map<string, string[]>();
  for (const [node, arrows] of graph) {
    for (const arrow of arrows) {
      const list = back.get(arrow);
      if (list === undefined) back.set(arrow, [node]);
      else list.push(node);
    }
  }
  return back;
}
