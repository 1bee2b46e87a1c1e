import { InputError } from '@backstage/errors';

/** A value, or a call of a function, within an action of a template. */
export type Expression =
  | { kind: 'text'; value: string }
  /** `.` and below it. */
  | { kind: 'dot'; path: string[] }
  /** `$` and below it. */
  | { kind: 'root'; path: string[] }
  | { kind: 'call'; name: string; operands: Expression[] };

/** A part of a template. */
export type TemplateNode =
  | { kind: 'literal'; text: string }
  | { kind: 'output'; value: Expression }
  | { kind: 'if' | 'range'; over: Expression; body: TemplateNode[] };

const TOKEN = /"(?:[^"\\]|\\.)*"|[()|]|\$(?:\.\w+)*|\.(?:\w+(?:\.\w+)*)?|\w+/g;

function unknown(action: string): InputError {
  return new InputError(
    `The template has "{{ ${action} }}"; the fleet knows range, if, end, and calls of functions with texts, "." and "$".`,
  );
}

/** Reads the tokens of one action; `take` removes the next one. */
class ExpressionReader {
  readonly #tokens: string[];

  constructor(private readonly action: string) {
    this.#tokens = action.match(TOKEN) ?? [];
    if (action.replace(TOKEN, '').trim() !== '') throw unknown(action);
  }

  all(): Expression {
    const pipeline = this.#pipeline();
    if (this.#tokens.length > 0) throw unknown(this.action);
    return pipeline;
  }

  #pipeline(): Expression {
    let value = this.#command();
    while (this.#tokens[0] === '|') {
      this.#tokens.shift();
      const next = this.#command();
      if (next.kind !== 'call') throw unknown(this.action);
      // What was computed is the last operand of what follows.
      value = { ...next, operands: [...next.operands, value] };
    }
    return value;
  }

  #command(): Expression {
    const first = this.#operand();
    if (first.kind !== 'call') return first;
    const operands: Expression[] = [];
    while (this.#tokens.length > 0 && !['|', ')'].includes(this.#tokens[0])) {
      operands.push(this.#operand());
    }
    return { ...first, operands: [...first.operands, ...operands] };
  }

  #operand(): Expression {
    const token = this.#tokens.shift();
    if (token === undefined || token === '|' || token === ')') {
      throw unknown(this.action);
    }
    if (token === '(') {
      const value = this.#pipeline();
      if (this.#tokens.shift() !== ')') throw unknown(this.action);
      return value;
    }
    if (token.startsWith('"')) {
      return { kind: 'text', value: JSON.parse(token) };
    }
    const path = token.split('.').slice(1).filter(Boolean);
    if (token.startsWith('.')) return { kind: 'dot', path };
    if (token.startsWith('$')) return { kind: 'root', path };
    return { kind: 'call', name: token, operands: [] };
  }
}

/** Splits into texts (even places) and actions (odd places), white space removed where an action asks for it. */
function split(template: string): string[] {
  return template
    .replace(/\s*\{\{-\s/g, '{{ ')
    .replace(/\s-\}\}\s*/g, ' }}')
    .split(/\{\{(.*?)\}\}/s);
}

/**
 * Reads a template of the External Secrets operator, as far as generated manifests use the language.
 *
 * @throws InputError for anything else
 */
export function parseTemplate(template: string): TemplateNode[] {
  const top: TemplateNode[] = [];
  const open: TemplateNode[][] = [top];
  split(template).forEach((part, index) => {
    const body = open[open.length - 1];
    if (index % 2 === 0) {
      if (part !== '') body.push({ kind: 'literal', text: part });
      return;
    }
    const action = part.trim();
    const [, keyword, rest] = /^(if|range) (.*)$/s.exec(action) ?? [];
    if (action === 'end') {
      open.pop();
      if (open.length === 0) throw unknown(action);
    } else if (keyword === 'if' || keyword === 'range') {
      const over = new ExpressionReader(rest).all();
      const block: TemplateNode = { kind: keyword, over, body: [] };
      body.push(block);
      open.push(block.body);
    } else {
      body.push({
        kind: 'output',
        value: new ExpressionReader(action).all(),
      });
    }
  });
  if (open.length !== 1) {
    throw new InputError('The template does not end every "range" and "if".');
  }
  return top;
}
