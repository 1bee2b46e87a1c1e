import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { Expression, parseTemplate, TemplateNode } from './parseTemplate';

type Value = string | boolean | Value[] | { [key: string]: Value } | undefined;

interface Scope {
  root: Value;
  dot: Value;
}

function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === undefined) return '';
  return JSON.stringify(value);
}

function isTrue(value: Value): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function member(value: Value, key: string): Value {
  return typeof value === 'object' && !Array.isArray(value)
    ? value[key]
    : undefined;
}

const FUNCTIONS: Record<string, (operands: Value[]) => Value> = {
  list: operands => operands,
  index: ([map, key]) => member(map, textOf(key)),
  not: ([value]) => !isTrue(value),
  sha256sum: ([text]) =>
    createHash('sha256').update(textOf(text)).digest('hex'),
  printf: ([format, ...values]) =>
    textOf(format).replace(/%([qsv])/g, (_, verb) => {
      const value = textOf(values.shift());
      return verb === 'q' ? JSON.stringify(value) : value;
    }),
  fail: ([message]) => {
    throw new InputError(`The template stops: ${textOf(message)}.`);
  },
};

function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'text':
      return expression.value;
    case 'dot':
    case 'root':
      return expression.path.reduce(member, scope[expression.kind]);
    default: {
      const call = FUNCTIONS[expression.name];
      if (!call) {
        throw new InputError(
          `The template calls "${expression.name}"; the fleet knows ${Object.keys(FUNCTIONS).join(', ')}.`,
        );
      }
      return call(expression.operands.map(each => evaluate(each, scope)));
    }
  }
}

function write(nodes: TemplateNode[], scope: Scope): string {
  return nodes
    .map(node => {
      switch (node.kind) {
        case 'literal':
          return node.text;
        case 'output':
          return textOf(evaluate(node.value, scope));
        case 'if':
          return isTrue(evaluate(node.over, scope))
            ? write(node.body, scope)
            : '';
        default: {
          const over = evaluate(node.over, scope);
          return (Array.isArray(over) ? over : [])
            .map(dot => write(node.body, { ...scope, dot }))
            .join('');
        }
      }
    })
    .join('');
}

/**
 * Executes a template of the External Secrets operator over the values of a Secret.
 *
 * @throws InputError when the template stops by itself, or uses more of the language than generated manifests do
 */
export function executeTemplate(
  template: string,
  values: Record<string, string>,
): string {
  return write(parseTemplate(template), { root: values, dot: values });
}
