import { Document, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import { Fields, Pointer, textAt } from './fields';

/** One object of a generated file, with what is needed to say where in the file something is. */
export class ManifestObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  /** Folder of the file; empty at the root. */
  readonly folder: string;
  /** `Kind namespace/name`. */
  readonly title: string;

  constructor(
    readonly path: string,
    /** The object as it stands in the file. */
    readonly fields: Fields,
    private readonly text: string,
  ) {
    this.apiVersion = textAt(fields, 'apiVersion') ?? '';
    this.kind = textAt(fields, 'kind') ?? '';
    this.name = textAt(fields, 'metadata', 'name') ?? '';
    this.namespace = textAt(fields, 'metadata', 'namespace');
    this.folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const name = this.namespace ? `${this.namespace}/${this.name}` : this.name;
    this.title = `${this.kind} ${name}`;
  }

  /** One-based line of a place; of the nearest place above when it is not there. */
  lineOf(pointer: Pointer): number {
    // Read again, because hardly any object has a finding, and what lines need is most of what reading costs.
    const document = parseDocument(this.text, { prettyErrors: false });
    const before = this.text.slice(0, offsetOf(document, pointer));
    return before.split('\n').length;
  }
}

function offsetOf(document: Document, pointer: Pointer): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of pointer) {
    const found = childOf(node, step);
    if (!found) break;
    node = found.node;
    offset = found.offset ?? offset;
  }
  return offset;
}

function childOf(
  node: unknown,
  step: string | number,
): { node: unknown; offset: number | undefined } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined
      ? undefined
      : { node: item, offset: startOf(item) };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(
    ({ key }) => isScalar(key) && String(key.value) === String(step),
  );
  return pair && { node: pair.value, offset: startOf(pair.key) };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
