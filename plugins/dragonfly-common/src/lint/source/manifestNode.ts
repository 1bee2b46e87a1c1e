import {
  Alias,
  Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Pair,
} from 'yaml';
import { anchoredIn } from './anchors';

/** A piece of text with the one-based line of the file it is on. */
export interface Line {
  text: string;
  line: number;
}

const MERGE = '<<';
const TRUE = ['true', 'yes', 'on'];
const FALSE = ['false', 'no', 'off'];

/** What all nodes of one document share. */
interface Text {
  /** What each alias stands for. Aliases are followed one step at a time and never expanded. */
  anchored: ReadonlyMap<Alias, unknown>;
  lineAt: (offset: number) => number;
}

/**
 * A place in a manifest that knows its line. Going to a place that does not exist is allowed: it then has the line of
 * the nearest place above it that does, which is where somebody would add it.
 *
 * Keys are read as kubectl reads them: of two equal keys the last counts, and `<<` brings in the keys of another map.
 */
export class ManifestNode {
  /** Of the key that leads here, or of the item of a sequence. */
  readonly line: number;
  readonly #node: unknown;
  readonly #text: Text;

  private constructor(node: unknown, line: number, text: Text) {
    this.#node = isAlias(node) ? text.anchored.get(node) : node;
    this.line = line;
    this.#text = text;
  }

  static root(
    document: Document.Parsed,
    lineAt: (offset: number) => number,
  ): ManifestNode {
    const text = { anchored: anchoredIn(document), lineAt };
    const { contents } = document;
    const start = isNode(contents) ? contents.range?.[0] : undefined;
    return new ManifestNode(contents, lineAt(start ?? 0), text);
  }

  /** Value of a key; a place that does not exist when this is no map or has no such key. */
  get(...keys: string[]): ManifestNode {
    const [key, ...rest] = keys;
    if (key === undefined) return this;
    const pair = pairOf(this.#node, key, this.#text, new Set());
    return this.#place(pair?.value, pair?.key).get(...rest);
  }

  /** Keys with their values; those that a merge brings in are left out. */
  entries(): { key: string; value: ManifestNode }[] {
    return isMap(this.#node)
      ? this.#node.items.flatMap(({ key, value }) =>
          isScalar(key)
            ? [{ key: String(key.value), value: this.#place(value, key) }]
            : [],
        )
      : [];
  }

  /** Items of a sequence, none otherwise. */
  items(): ManifestNode[] {
    return isSeq(this.#node)
      ? this.#node.items.map(item => this.#place(item, item))
      : [];
  }

  get exists(): boolean {
    return (
      this.#node !== undefined &&
      !(isScalar(this.#node) && this.#node.value === null)
    );
  }

  get isMap(): boolean {
    return isMap(this.#node);
  }

  /** A scalar as it is written; `undefined` for anything else and for null. */
  text(): string | undefined {
    if (!isScalar(this.#node) || this.#node.value === null) return undefined;
    const { value, source } = this.#node;
    return typeof value === 'string' ? value : (source ?? String(value));
  }

  /** Lines of a scalar; only a literal block has the same lines as the file, all others are on the line they begin on. */
  lines(): Line[] {
    const isLiteral =
      isScalar(this.#node) && this.#node.type === 'BLOCK_LITERAL';
    const start = isScalar(this.#node) ? this.#node.range?.[0] : undefined;
    const first = start === undefined ? this.line : this.#text.lineAt(start);
    return (this.text() ?? '').split('\n').map((text, index) => ({
      text,
      line: isLiteral ? first + 1 + index : first,
    }));
  }

  /** `undefined` for what is no finite number. */
  number(): number | undefined {
    const text = this.text()?.trim();
    const value = text ? Number(text) : NaN;
    return Number.isFinite(value) ? value : undefined;
  }

  /** `undefined` for what is no truth value. */
  boolean(): boolean | undefined {
    const word = this.text()?.toLowerCase() ?? '';
    if (TRUE.includes(word)) return true;
    return FALSE.includes(word) ? false : undefined;
  }

  /** A map of scalars, such as labels. */
  strings(): Record<string, string> {
    return Object.fromEntries(
      this.entries().flatMap(({ key, value }) => {
        const text = value.text();
        return text === undefined ? [] : [[key, text]];
      }),
    );
  }

  #place(node: unknown, leading: unknown): ManifestNode {
    const start = isNode(leading) ? leading.range?.[0] : undefined;
    const line = start === undefined ? this.line : this.#text.lineAt(start);
    return new ManifestNode(node, line, this.#text);
  }
}

function resolved(node: unknown, text: Text): unknown {
  return isAlias(node) ? text.anchored.get(node) : node;
}

/** Each map is looked at once, so a merge of a map into itself ends. */
function pairOf(
  node: unknown,
  key: string,
  text: Text,
  seen: Set<unknown>,
): Pair | undefined {
  if (!isMap(node) || seen.has(node)) return undefined;
  seen.add(node);
  const named = (name: string) =>
    node.items.findLast(pair => isScalar(pair.key) && pair.key.value === name);
  const own = named(key);
  if (own) return own;
  const merged = resolved(named(MERGE)?.value, text);
  const sources = isSeq(merged) ? merged.items : [merged];
  for (const source of sources) {
    const found = pairOf(resolved(source, text), key, text, seen);
    if (found) return found;
  }
  return undefined;
}
