/** What a generated ADR says. */
export interface GeneratedAdr {
  useCases: { title: string; ttl: string; eviction: string; dr: string }[];
  characteristics: { aspect: string; value: string }[];
  metrics: { metric: string; description: string }[];
  options: { name: string; selected: boolean }[];
  memory: string;
  threads: number;
  port: number;
}

/** How a generated ADR is laid out; none of it changes what it says. */
export interface Layout {
  lineEnding: '\n' | '\r\n' | '\r';
  byteOrderMark: boolean;
  trailingSpaces: string;
  outerPipes: boolean;
  extraColumn: boolean;
  /** Orders as numbers to sort by; a column or a section without one keeps its place. */
  columnOrder: number[];
  rowOrder: number[];
  sectionOrder: number[];
  extraSections: number[];
  fence: '```' | '`````' | '~~~' | '~~~~';
  language: 'yaml' | 'yml' | 'YAML' | '';
  fencesInList: boolean;
  inlineArguments: boolean;
  headingShift: 0 | 1 | 2;
  heading: (text: string) => string;
  cell: (text: string) => string;
}

/** Writes the ADR. */
export function writeAdr(adr: GeneratedAdr, layout: Layout): string {
  const { headingShift, lineEnding, byteOrderMark, trailingSpaces } = layout;
  const sections = inOrder(sectionsOf(adr, layout), layout.sectionOrder);
  for (const position of layout.extraSections) {
    sections.splice(position % (sections.length + 1), 0, extraSection(layout));
  }
  const text = [
    '# Caches',
    '**Status:** Accepted\n**Date:** 2024-05-01',
    ...sections,
  ]
    .join('\n\n')
    .replaceAll(/^(#+ )/gm, `${'#'.repeat(headingShift)}$1`)
    .replaceAll('\n', `${trailingSpaces}\n`);
  return (byteOrderMark ? '\uFEFF' : '') + text.replaceAll('\n', lineEnding);
}

function sectionsOf(adr: GeneratedAdr, layout: Layout): string[] {
  const { heading } = layout;
  const section = (depth: number, title: string, ...content: string[]) =>
    [`${'#'.repeat(depth)} ${heading(title)}`, ...content].join('\n\n');
  return [
    section(2, 'Context', 'We need caches.'),
    section(2, 'Decision', 'Use Dragonfly.'),
    section(
      2,
      'DR Strategy',
      fenced(layout, 'bash', '# attach\nREPLICAOF cache.example 6379'),
      section(3, 'Failover', fenced(layout, 'bash', 'REPLICAOF NO ONE')),
      section(
        3,
        'Characteristics',
        table(
          layout,
          ['Aspect', 'Value'],
          adr.characteristics.map(({ aspect, value }) => [aspect, value]),
        ),
      ),
    ),
    section(
      2,
      'Rationale',
      table(
        { ...layout, extraColumn: false, columnOrder: [] },
        ['Option', 'Support'],
        adr.options.map(({ name, selected }) => [
          name,
          'good',
          ...(selected ? ['Selected'] : []),
        ]),
      ),
      '**Key Decision Factors:**\n- Speed\n- Size',
    ),
    section(
      2,
      'Primary',
      fenced(layout, layout.language, statefulSet(adr, layout, [])),
    ),
    section(
      2,
      'Replica',
      fenced(
        layout,
        layout.language,
        statefulSet(adr, layout, ['--replicaof=cache.example:6379']),
      ),
    ),
    section(
      2,
      'Use Cases',
      table(
        layout,
        ['Use Case', 'TTL', 'Eviction', 'DR Needed'],
        adr.useCases.map(({ title, ttl, eviction, dr }) => [
          title,
          ttl,
          eviction,
          dr,
        ]),
      ),
    ),
    section(
      2,
      'Monitoring',
      table(
        layout,
        ['Metric', 'Description'],
        adr.metrics.map(({ metric, description }) => [metric, description]),
      ),
    ),
    section(2, 'Consequences', '**Positive:**\n- Fast', '**Negative:**\n- New'),
    section(2, 'Related', '- [Regions](../regions.md)'),
  ];
}

function extraSection(layout: Layout): string {
  return [
    `## ${layout.heading('Costs')}`,
    'Status quo. It *depends*.',
    table(
      { ...layout, extraColumn: false },
      ['Item', 'Price'],
      [['Memory', '3']],
    ),
    fenced(layout, layout.language, 'kind: Service\nspec: {}'),
    '<!-- ## Use Cases\n| Use Case | TTL | Eviction | DR Needed | -->',
  ].join('\n\n');
}

function table(layout: Layout, headings: string[], rows: string[][]): string {
  const extra = layout.extraColumn ? ['Owner'] : [];
  const order = (cells: string[]) => [
    ...inOrder(
      [...cells.slice(0, headings.length), ...extra],
      layout.columnOrder,
    ),
    ...cells.slice(headings.length),
  ];
  const line = (cells: string[]) =>
    layout.outerPipes ? `| ${cells.join(' | ')} |` : cells.join(' | ');
  return [
    line(order(headings)),
    line(order(headings).map(() => '---')),
    ...inOrder(rows, layout.rowOrder).map(row =>
      line(order(row.map(layout.cell))),
    ),
  ].join('\n');
}

function fenced(layout: Layout, language: string, content: string): string {
  const block = `${layout.fence}${language}\n${content}\n${layout.fence}`;
  return layout.fencesInList
    ? `- Apply:\n\n${block.replaceAll(/^/gm, '  ')}`
    : block;
}

function statefulSet(
  { memory, threads, port }: GeneratedAdr,
  { inlineArguments }: Layout,
  more: string[],
): string {
  const flags = [
    `--maxmemory=${memory}`,
    '--cache_mode=true',
    `--proactor_threads=${threads}`,
    ...more,
  ];
  const args = inlineArguments
    ? ` [${flags.map(flag => JSON.stringify(flag)).join(',\n           ')}]`
    : flags.map(flag => `\n          - ${flag}`).join('');
  return `kind: StatefulSet
metadata: { name: cache, namespace: databases }
spec:
  template:
    spec:
      containers:
      - image: example/dragonfly:v1.40.1
        args:${args}
        ports: [{ containerPort: ${port} }]`;
}

function inOrder<T>(items: T[], order: number[]): T[] {
  return items
    .map((item, index) => ({ item, rank: order[index] ?? index }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}
