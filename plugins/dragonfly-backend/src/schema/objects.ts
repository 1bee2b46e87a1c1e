/** A schema of the OpenAPI document: the part of JSON Schema it uses. */
export type Schema =
  | { $ref: string }
  | {
      type?: 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';
      description?: string;
      format?: string;
      minimum?: number;
      maximum?: number;
      maxLength?: number;
      enum?: string[];
      const?: string;
      items?: Schema;
      properties?: Record<string, Schema>;
      required?: string[];
      additionalProperties?: boolean | Schema;
      oneOf?: Schema[];
    };

export const text: Schema = { type: 'string' };
export const number: Schema = { type: 'number' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const toggle: Schema = { type: 'boolean' };
export const moment: Schema = { type: 'string', format: 'date-time' };
export const texts: Schema = list(text);
export const textByName: Schema = {
  type: 'object',
  additionalProperties: text,
};

export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

export function list(items: Schema): Schema {
  return { type: 'array', items };
}

export function oneOf(...values: string[]): Schema {
  return { type: 'string', enum: values };
}

/** An object without other properties; a property whose name ends in "?" may be absent. */
export function object(
  properties: Record<string, Schema>,
  description?: string,
): Schema {
  const names = Object.keys(properties);
  return {
    type: 'object',
    ...(description && { description }),
    properties: Object.fromEntries(
      names.map(name => [name.replace(/\?$/, ''), properties[name]]),
    ),
    required: names.filter(name => !name.endsWith('?')),
    additionalProperties: false,
  };
}

/** One of several objects, told apart by the value of one property. */
export function union(
  discriminator: string,
  variants: Record<string, Record<string, Schema>>,
  shared: Record<string, Schema> = {},
): Schema {
  return {
    oneOf: Object.entries(variants).map(([value, properties]) =>
      object({ [discriminator]: { const: value }, ...shared, ...properties }),
    ),
  };
}
