/**
 * The JSON of objects that are answered again and again, as bytes, for as long as the object itself is kept. Only for
 * objects that nobody changes: a state of a cache is judged anew rather than changed.
 */
export class JsonMemory {
  readonly #known = new WeakMap<object, Buffer>();

  static create(): JsonMemory {
    return new JsonMemory();
  }

  private constructor() {}

  of(value: object): Buffer {
    const known = this.#known.get(value);
    if (known) return known;
    const json = Buffer.from(JSON.stringify(value));
    this.#known.set(value, json);
    return json;
  }
}
