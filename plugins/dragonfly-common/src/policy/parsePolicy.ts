import { readCharacteristics } from './sections/characteristics';
import { readCommands } from './sections/commands';
import { readConsequences } from './sections/consequences';
import { readDate } from './sections/dates';
import { drawnServers } from './sections/diagrams';
import { readDocument } from './markdown/document';
import { fencesOf } from './markdown/fences';
import { splitFrontMatter } from './markdown/frontMatter';
import { readLinks } from './sections/links';
import { findMetadata } from './sections/metadata';
import { readMonitoring } from './sections/monitoring';
import { evictionNotes } from './notes/evictionNotes';
import { imageNotes } from './notes/imageNotes';
import { monitoringNotes } from './notes/monitoringNotes';
import { nodeCountNotes } from './notes/nodeCountNotes';
import { primaryHostNotes } from './notes/primaryHostNotes';
import { ProblemLog } from './problems';
import { readRationale } from './sections/rationale';
import { readProse, readTitle } from './sections/prose';
import { readServers } from './servers/readServers';
import { readStatus } from './sections/status';
import { tablesOf } from './markdown/tables';
import { PolicyNote, PolicyResult } from './types';
import { readUseCases } from './sections/useCases';

/**
 * In characters, twelve times the ADR this was made for: a tenth of a second for ordinary text. The Markdown parser's
 * time grows with the square of some texts, such as one paragraph with thousands of stars, and the limit bounds that.
 */
const LONGEST_ADR = 50_000;

/** A line that opens a hundred quotes or lists inside each other. */
const DEEPLY_NESTED =
  /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){100}/m;

/**
 * Reads the organisation's decision record on caching.
 *
 * Everything is found by structure: tables by their column headings, StatefulSets by their kind and arguments, commands
 * by what they do. Order, heading levels and additional sections, columns and rows do not matter. No value is guessed:
 * what is missing or cannot be read is an error, and all errors are found in one pass.
 *
 * Pure and without I/O. It never throws; a text that is too long or too deeply nested is an error like any other.
 *
 * @param markdown - text of the ADR.
 * @param options - `url` is the ADR's own address; with it the links of the "Related" section are resolved.
 * @public
 */
export function parsePolicy(
  markdown: string,
  options: { url?: string } = {},
): PolicyResult {
  if (markdown.length > LONGEST_ADR) {
    return unreadable(
      `a text of ${markdown.length} characters`,
      `at most ${LONGEST_ADR} characters`,
      'Move what is not part of the decision to another document.',
    );
  }
  if (DEEPLY_NESTED.test(markdown)) {
    return tooDeep();
  }
  try {
    return readPolicy(markdown, options.url);
  } catch (error) {
    // The parsers recurse, so that nesting of any other kind can exhaust the stack.
    if (error instanceof RangeError) {
      return tooDeep();
    }
    throw error;
  }
}

function readPolicy(markdown: string, url: string | undefined): PolicyResult {
  const log = ProblemLog.create();
  const { frontMatter, body } = splitFrontMatter(
    markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'),
  );
  const document = readDocument(body);
  const tables = tablesOf(document);
  const fences = fencesOf(document);
  const metadata = (...names: string[]) =>
    findMetadata(document, frontMatter, names);

  const title = readTitle(document, log);
  const status = readStatus(metadata('status'), log);
  const created = readDate(metadata('date', 'created'), 'date', log);
  const updated = readDate(
    metadata('updated', 'last updated', 'last modified'),
    'date of the last update',
    log,
  );
  const context = readProse(
    document,
    ['context', 'context and problem statement'],
    log,
  );
  const decision = readProse(document, ['decision', 'decision outcome'], log);
  const { useCases, notes: useCaseNotes } = readUseCases(tables, log);
  const servers = readServers(fences, log);
  const { characteristics, notes: characteristicNotes } = readCharacteristics(
    tables,
    log,
  );
  const commands = readCommands(fences, log);
  const { rationale, notes: rationaleNotes } = readRationale(
    document,
    tables,
    log,
  );
  const { monitoring, notes: metricNotes } = readMonitoring(tables, log);
  const consequences = readConsequences(document, log);
  const { errors, warnings } = log;

  if (errors.length > 0 || !title || !status || !servers) {
    return { ok: false, errors, warnings };
  }
  const { primary, replica, replicaOf, replicas } = servers;
  return {
    ok: true,
    warnings,
    policy: {
      title,
      status,
      dates: { ...(created && { created }), ...(updated && { updated }) },
      ...(context && { context }),
      ...(decision && { decision }),
      useCases,
      primary,
      replica,
      replicaOf,
      characteristics,
      commands,
      rationale,
      monitoring,
      consequences,
      links: readLinks(document, url),
      notes: [
        ...nodeCountNotes(drawnServers(fences), replicas),
        ...primaryHostNotes(commands.attach, replicaOf),
        ...characteristicNotes,
        ...rationaleNotes,
        ...imageNotes([primary.image, replica.image]),
        ...useCaseNotes,
        ...evictionNotes(useCases, [primary, replica]),
        ...metricNotes,
        ...monitoringNotes(monitoring),
      ].map(inReadingOrder),
    },
  };
}

function inReadingOrder(note: PolicyNote): PolicyNote {
  return { ...note, lines: note.lines.toSorted((one, other) => one - other) };
}

function tooDeep(): PolicyResult {
  return unreadable(
    'a text with too many levels of nesting',
    'Markdown that people can read',
    'Remove the nesting.',
  );
}

function unreadable(
  found: string,
  expected: string,
  remedy: string,
): PolicyResult {
  const log = ProblemLog.create();
  log.wrong({ subject: 'whole document', line: 1, found, expected, remedy });
  return { ok: false, errors: log.errors, warnings: [] };
}
