import type { ServiceJson, ServicesDocument } from '../documents/services.ts';

/** Languages in which the graph is written. */
export const graphFormats = ['mermaid', 'dot'] as const;
export type GraphFormat = (typeof graphFormats)[number];

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/**
 * The services with what starts them and what they work on, as a graph: Mermaid (https://mermaid.js.org/syntax/flowchart.html)
 * or DOT (https://graphviz.org/doc/info/lang.html).
 */
export function renderServicesGraph({ services }: ServicesDocument, format: GraphFormat): string {
  const shown = services.filter(({ apart }) => !apart);
  const edges = shown.flatMap(edgesOf);
  const nodes = [...new Set([...shown.map(({ id }) => id), ...edges.flatMap(({ from, to }) => [from, to])])];
  const number = new Map(nodes.map((node, index) => [node, `n${index}`]));
  const owned = new Set(shown.map(({ id }) => id));
  const lines =
    format === 'mermaid'
      ? [
          'flowchart LR',
          ...nodes.map(
            (node) => `  ${number.get(node)}${owned.has(node) ? `["${escape(node)}"]` : `(["${escape(node)}"])`}`,
          ),
          ...edges.map(({ from, to, label }) => `  ${number.get(from)} -->|"${escape(label)}"| ${number.get(to)}`),
        ]
      : [
          'digraph services {',
          '  rankdir=LR;',
          ...nodes.map(
            (node) => `  ${number.get(node)} [label="${escape(node)}"${owned.has(node) ? ', shape=box' : ''}];`,
          ),
          ...edges.map(
            ({ from, to, label }) => `  ${number.get(from)} -> ${number.get(to)} [label="${escape(label)}"];`,
          ),
          '}',
        ];
  return `${lines.join('\n')}\n`;
}

function edgesOf(service: ServiceJson): Edge[] {
  const place = service.id.slice(0, service.id.lastIndexOf('#') + 1);
  const inFile = (resource: string): string => (resource.includes('#') ? resource : `${place}${resource}`);
  const started = service.triggers.map(({ name, type, resource, invocation }) => ({
    from: resource === null ? `${type} ${name}` : inFile(resource),
    to: service.id,
    label: invocation,
  }));
  const used = service.resources.map((resource) => ({ from: service.id, to: inFile(resource), label: 'uses' }));
  return [...started, ...used];
}

/** Both languages take quoted texts; what would end one, or break a line, is replaced. */
function escape(text: string): string {
  return text.replaceAll(/["\\\n\r<>]/g, (sign) => (sign === '"' ? "'" : ' '));
}
