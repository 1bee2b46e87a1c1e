import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { openapi } from '../schema';

const DOCUMENT = 'openapi';
const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats(ajv);
ajv.addSchema(openapi, DOCUMENT);

/** What of an answer differs from the named schema of the OpenAPI document; empty when it keeps to it. */
export function apiProblems(schema: string, answer: unknown): string[] {
  ajv.validate({ $ref: `${DOCUMENT}#/components/schemas/${schema}` }, answer);
  return (ajv.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message}`,
  );
}
