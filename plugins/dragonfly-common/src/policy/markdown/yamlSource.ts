import {
  Alias,
  Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  visit,
  YAMLError,
} from 'yaml';
import { parseYamlDocuments } from '../../yaml/parseYaml';
import { Sourced } from '../types';

/** A place in a YAML text that knows its line; going to a place that does not exist is allowed. */
export class YamlSource {
  readonly #node: unknown;
  readonly #anchored: Map<Alias, unknown>;
  readonly #lineAt: (offset: number) => number;

  private constructor(
    node: unknown,
    anchored: Map<Alias, unknown>,
    lineAt: (offset: number) => number,
  ) {
    // An alias is read as what it stands for, in the place where that is written.
    this.#node = isAlias(node) ? anchored.get(node) : node;
    this.#anchored = anchored;
    this.#lineAt = lineAt;
  }

  /**
   * @param text - one or more YAML documents.
   * @param firstLine - line of the ADR the text begins on.
   */
  static parse(
    text: string,
    firstLine: number,
  ): { roots: YamlSource[]; errors: { message: string; line: number }[] } {
    const lineCounter = new LineCounter();
    const lineAt = (offset: number) =>
      firstLine + lineCounter.linePos(offset).line - 1;
    const parsed = parseYamlDocuments(text, {
      lineCounter,
      prettyErrors: false,
    });
    return {
      roots: parsed.map(
        document =>
          new YamlSource(document.contents, anchoredIn(document), lineAt),
      ),
      errors: parsed
        .flatMap<YAMLError>(({ errors }) => errors)
        .map(({ message, pos }) => ({ message, line: lineAt(pos[0]) })),
    };
  }

  /** Value of a key; a place that does not exist when this is no map or has no such key. */
  get(key: string): YamlSource {
    return this.#place(
      isMap(this.#node) ? this.#node.get(key, true) : undefined,
    );
  }

  /** Scalar keys of a map, none otherwise. */
  keys(): string[] {
    return isMap(this.#node)
      ? this.#node.items.flatMap(({ key }) =>
          isScalar(key) ? [String(key.value)] : [],
        )
      : [];
  }

  /** An item of a sequence; a place that does not exist when this is no sequence or is too short. */
  at(index: number): YamlSource {
    return this.#place(isSeq(this.#node) ? this.#node.items[index] : undefined);
  }

  /** Items of a sequence, none otherwise. */
  items(): YamlSource[] {
    return isSeq(this.#node)
      ? this.#node.items.map(item => this.#place(item))
      : [];
  }

  get exists(): boolean {
    return this.#node !== undefined && !isEmpty(this.#node);
  }

  get isMap(): boolean {
    return isMap(this.#node);
  }

  get isSequence(): boolean {
    return isSeq(this.#node);
  }

  /** Line of the ADR the value begins on; `undefined` when it does not exist. */
  get line(): number | undefined {
    const range = isNode(this.#node) ? this.#node.range : undefined;
    return range ? this.#lineAt(range[0]) : undefined;
  }

  /** The scalar as it is written, with its line; `undefined` for anything else and for an empty value. */
  sourced(): Sourced<string> | undefined {
    const { line } = this;
    if (!isScalar(this.#node) || isEmpty(this.#node) || line === undefined) {
      return undefined;
    }
    const { value, source } = this.#node;
    const text = typeof value === 'string' ? value : (source ?? String(value));
    return { value: text, line };
  }

  #place(node: unknown): YamlSource {
    return new YamlSource(node, this.#anchored, this.#lineAt);
  }
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && (node.value === null || node.value === '');
}

/** What each alias stands for: the last node with its anchor before it. Found in one pass, since texts may have many. */
function anchoredIn(document: Document.Parsed): Map<Alias, unknown> {
  const anchors = new Map<string, unknown>();
  const anchored = new Map<Alias, unknown>();
  visit(document, {
    Alias: (_, alias) => {
      anchored.set(alias, anchors.get(alias.source));
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) {
        anchors.set(node.anchor, node);
      }
    },
  });
  return anchored;
}
