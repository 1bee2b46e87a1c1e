import { readDocument } from '../markdown/document';
import { fencesOf } from '../markdown/fences';
import { drawnServers } from './diagrams';

const drawn = (diagram: string) =>
  drawnServers(fencesOf(readDocument(`\`\`\`mermaid\n${diagram}\n\`\`\`\n`)));

it('counts servers per subgraph, each once', () => {
  const diagram = `flowchart LR
  subgraph one["Region 1"]
    subgraph inner
      A[Dragonfly 1] --> B("Dragonfly 2")
      A[Dragonfly 1]
    end
    C[(Dragonfly 3)]
  end
  %% D[Dragonfly 4]
  App[Applications] --> E{{Dragonfly 5}}
  end`;
  expect(drawn(diagram)).toEqual([
    { title: '', servers: [{ label: 'Dragonfly 5', line: 11 }] },
    { title: 'Region 1', servers: [{ label: 'Dragonfly 3', line: 8 }] },
    {
      title: 'inner',
      servers: [
        { label: 'Dragonfly 1', line: 5 },
        { label: 'Dragonfly 2', line: 5 },
      ],
    },
  ]);
});

it('finds a server at the end of an edge', () => {
  expect(drawn('A-->|sync|B[Dragonfly]')).toEqual([
    { title: '', servers: [{ label: 'Dragonfly', line: 2 }] },
  ]);
});

it('finds nothing in other diagrams', () => {
  expect(drawn('sequenceDiagram\n  A->>B: Dragonfly')).toEqual([]);
});
