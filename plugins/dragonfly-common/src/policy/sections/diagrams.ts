import { Fence } from '../markdown/fences';

/** Servers drawn in one subgraph of a mermaid diagram. */
export interface DrawnGroup {
  /** Title of the subgraph; empty outside of one. */
  title: string;
  servers: { label: string; line: number }[];
}

/** A node with a label: `DF1[Dragonfly 1]`, `DF1("Dragonfly 1")`, `DF1[(Dragonfly 1)]`, `DF1{Dragonfly 1}`. */
const NODE = /([\w-]+)[ \t]*[[({][[({/\\"]*([^\][(){}|"]+)/g;

/** Finds the Dragonfly servers that mermaid diagrams draw, by their labels. */
export function drawnServers(fences: Fence[]): DrawnGroup[] {
  return fences
    .filter(({ language }) => language === 'mermaid')
    .flatMap(groupsOf)
    .filter(({ servers }) => servers.length > 0);
}

function groupsOf({ text, line: fenceLine }: Fence): DrawnGroup[] {
  const outside: DrawnGroup = { title: '', servers: [] };
  const groups = [outside];
  const open = [outside];
  const known = new Set<string>();
  text.split('\n').forEach((written, index) => {
    const line = fenceLine + 1 + index;
    const subgraph = /^\s*subgraph\b\s*(.*?)\s*$/.exec(written);
    if (subgraph) {
      const group = { title: titleOf(subgraph[1]), servers: [] };
      groups.push(group);
      open.push(group);
    } else if (/^\s*end\s*$/.test(written)) {
      open.splice(Math.max(1, open.length - 1));
    } else if (!/^\s*%%/.test(written)) {
      for (const [, id, label] of written.matchAll(NODE)) {
        if (/dragonfly/i.test(label) && !known.has(id)) {
          known.add(id);
          open.at(-1)?.servers.push({ label: label.trim(), line });
        }
      }
    }
  });
  return groups;
}

/** `Cluster["Dragonfly Cluster"]` is titled "Dragonfly Cluster", `Cluster` is titled "Cluster". */
function titleOf(declaration: string): string {
  return /["[(]+([^"\])]+)/.exec(declaration)?.[1] ?? declaration;
}
