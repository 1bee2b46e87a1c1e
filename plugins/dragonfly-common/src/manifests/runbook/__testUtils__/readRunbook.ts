import { contentOf } from '../../__testUtils__/caches';
import { RenderedManifests } from '../../types';

/** The text of the rendered runbook. */
export function runbookIn(manifests: RenderedManifests): string {
  return contentOf(manifests, 'docs/runbook.md');
}

/** Every fenced block of shell, in order. */
export function shellBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```sh\n([\s\S]*?)\n```$/gm)].map(
    ([, block]) => block,
  );
}

/** Level of the heading on each line; `undefined` where there is none, and within fences, where `#` is a comment. */
function headingLevels(lines: string[]): (number | undefined)[] {
  let fenced = false;
  return lines.map(line => {
    if (line.startsWith('```')) fenced = !fenced;
    return fenced ? undefined : /^(#+) /.exec(line)?.[1].length;
  });
}

/** Shell blocks of one section with its subsections. */
export function shellBlocksOf(markdown: string, heading: string): string[] {
  const lines = markdown.split('\n');
  const levels = headingLevels(lines);
  const start = lines.findIndex(
    (line, index) => levels[index] && line.endsWith(`# ${heading}`),
  );
  if (start < 0) throw new Error(`Found no section "${heading}"`);
  const end = levels.findIndex(
    (level, index) =>
      index > start && level !== undefined && level <= (levels[start] ?? 0),
  );
  return shellBlocks(lines.slice(start, end < 0 ? undefined : end).join('\n'));
}

/** Anchors of all headings, as TechDocs and Git hosts make them of plain words. */
export function anchorsIn(markdown: string): string[] {
  const text = markdown.replace(/^```[\s\S]*?^```$/gm, '');
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^a-z0-9 _-]/g, '')
      .trim()
      .replace(/[ -]+/g, '-'),
  );
}
