import { manifestSettingsSchema } from './manifestSettingsSchema';
import {
  count,
  list,
  moment,
  number,
  object,
  oneOf,
  ref,
  Schema,
  text,
  textByName,
  texts,
  toggle,
} from './objects';

const line: Schema = { type: 'integer', minimum: 1 };
const sourced = (value: Schema) => object({ value, line });
const sourcedText = ref('SourcedText');
const sourcedTexts = list(sourcedText);

/** `PolicyDocument` of dragonfly-common and what it is made of. */
export const policySchemas: Record<string, Schema> = {
  SourcedText: object(
    { value: text, line },
    'A text and the line of the ADR it was read from.',
  ),
  UseCase: object({
    id: text,
    title: text,
    ttl: object({ seconds: number, text }),
    eviction: oneOf('lru', 'fixed'),
    disasterRecovery: oneOf('required', 'local', 'optional'),
    otherColumns: textByName,
    line,
  }),
  ServerTemplate: object({
    name: sourcedText,
    namespace: sourcedText,
    image: sourcedText,
    arguments: list(object({ flag: text, 'value?': text, line })),
    port: sourced(count),
    memoryBytes: sourced(count),
    cacheMode: sourced(toggle),
    secrets: list(
      object({ variable: text, secretName: text, secretKey: text, line }),
    ),
    line,
  }),
  PolicyNote: object({
    code: text,
    message: text,
    lines: list(line),
  }),
  PolicyProblem: object({
    severity: oneOf('error', 'warning'),
    subject: text,
    'line?': line,
    'found?': text,
    expected: text,
    message: text,
  }),
  Policy: object({
    title: text,
    status: sourced(
      oneOf('proposed', 'accepted', 'rejected', 'deprecated', 'superseded'),
    ),
    dates: object({ 'created?': sourcedText, 'updated?': sourcedText }),
    'context?': sourcedText,
    'decision?': sourcedText,
    useCases: list(ref('UseCase')),
    primary: ref('ServerTemplate'),
    replica: ref('ServerTemplate'),
    replicaOf: sourcedText,
    characteristics: list(object({ aspect: text, value: text, line })),
    commands: object({ attach: sourcedTexts, promote: sourcedTexts }),
    rationale: object({
      options: list(
        object({
          name: text,
          selected: toggle,
          cells: textByName,
          extraCells: texts,
          line,
        }),
      ),
      factors: sourcedTexts,
    }),
    monitoring: list(object({ metric: text, description: text, line })),
    consequences: object({ positive: sourcedTexts, negative: sourcedTexts }),
    links: list(object({ title: text, target: text, 'url?': text, line })),
    notes: list(ref('PolicyNote')),
  }),
  ManifestSettings: manifestSettingsSchema,
  PolicyDocument: object(
    {
      revision: text,
      source: text,
      readAt: moment,
      policy: ref('Policy'),
      problems: list(ref('PolicyProblem')),
      'refusedRevision?': text,
      settings: ref('ManifestSettings'),
    },
    'The caching policy in force.',
  ),
};
