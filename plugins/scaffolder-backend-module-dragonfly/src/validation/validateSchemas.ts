import {
  Finding,
  ManifestFile,
  readRecord,
} from 'backstage-plugin-dragonfly-common';
import { entityProblems } from './catalogEntity';
import { KubernetesSchemas } from './KubernetesSchemas';
import { OwnSchema, ownProblems } from './ownSchemas';
import { readYaml, YamlFile, YamlObject } from './readYaml';
import { SchemaProblem } from './types';

const WHY =
  'The cluster, kustomize, Grafana or the catalog refuses it or ignores the field, and what was meant does not happen.';

/** Kinds of objects that have a schema of our own. */
const OWN: Readonly<Record<string, OwnSchema>> = {
  'dragonflydb.io/v1alpha1 Dragonfly': 'dragonfly',
  'kustomize.config.k8s.io/v1alpha1 Component': 'component',
  'kustomize.config.k8s.io/v1beta1 Kustomization': 'kustomization',
};

const RECORD = 'cache-request.yaml';
const MKDOCS = 'mkdocs.yml';

const shared = KubernetesSchemas.create();

/** A file that was read, with what is wrong with it. */
interface Checked {
  path: string;
  yaml: YamlFile;
  problems: SchemaProblem[];
}

function titleOf({ kind, metadata }: YamlObject): string {
  const { name = '', namespace } = metadata ?? {};
  return `${kind} ${namespace ? `${namespace}/${name}` : name}`;
}

function findingOf(
  { path, yaml }: Omit<Checked, 'problems'>,
  { pointer, message }: SchemaProblem,
): Finding {
  const place = pointer.join('.') || 'the object';
  return {
    rule: 'schema',
    severity: 'error',
    path,
    line: yaml.lineOf(pointer),
    object: yaml.object && titleOf(yaml.object),
    message: `In "${path}", ${place} ${message}.`,
    why: WHY,
    fix: 'Write what the schema of the kind says.',
  };
}

function dashboardProblems({ data }: YamlObject): SchemaProblem[] {
  return Object.entries(data ?? {}).flatMap(([key, text]) => {
    if (!key.endsWith('.json')) return [];
    const pointer = ['data', key];
    try {
      return ownProblems('grafana', JSON.parse(String(text))).map(problem => ({
        pointer,
        message: `is no dashboard: ${problem.pointer.join('.')} ${problem.message}`,
      }));
    } catch {
      return [{ pointer, message: 'is not JSON' }];
    }
  });
}

function recordProblems(content: string): SchemaProblem[] {
  const result = readRecord(content);
  if (result.ok) return [];
  return result.errors.map(({ field, expected }) => ({
    pointer: field.split('.'),
    message: `is not ${expected}`,
  }));
}

function isOfTheCatalog({ apiVersion }: YamlObject): boolean {
  return apiVersion.startsWith('backstage.io/');
}

/** What is known without the schemas of Kubernetes; `undefined` when only they can tell. */
async function problemsByHand(
  { path, content }: ManifestFile,
  { data, object, mistakes }: YamlFile,
): Promise<SchemaProblem[] | undefined> {
  if (mistakes.length > 0) return [];
  if (path === RECORD) return recordProblems(content);
  if (path === MKDOCS) return ownProblems('mkdocs', data);
  if (!object) {
    return [{ pointer: [], message: 'has neither "apiVersion" nor "kind"' }];
  }
  const own = OWN[`${object.apiVersion} ${object.kind}`];
  if (own) return ownProblems(own, object);
  return isOfTheCatalog(object) ? entityProblems(object) : undefined;
}

/**
 * Checks every generated file against the schema of its kind, kinds of custom resources included, and finds fields that
 * no schema knows. Node only; the schemas load with the first call, in a thread of their own, and stay.
 *
 * @param files - paths as generated, relative to the folder of the cache
 * @param schemas - the thread that holds the schemas; one for the whole process when absent
 * @returns one finding per mistake, all of severity `error`
 */
export async function validateSchemas(
  files: readonly ManifestFile[],
  schemas: KubernetesSchemas = shared,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const left: { path: string; yaml: YamlFile; object: YamlObject }[] = [];
  for (const file of files.filter(({ path }) => /\.ya?ml$/.test(path))) {
    const yaml = readYaml(file.content);
    const { object } = yaml;
    const { path } = file;
    findings.push(
      ...yaml.mistakes.map(({ line, message }) => ({
        ...findingOf({ path, yaml }, { pointer: [], message: 'is not YAML' }),
        line,
        message: `"${path}" is not YAML: ${message}`,
      })),
    );
    const problems = await problemsByHand(file, yaml);
    if (problems) {
      findings.push(
        ...problems.map(problem => findingOf({ path, yaml }, problem)),
      );
    } else if (object) {
      left.push({ path, yaml, object });
    }
  }
  const answers = await schemas.problemsOf(left.map(({ object }) => object));
  left.forEach(({ path, yaml, object }, index) => {
    const dashboard =
      object.kind === 'ConfigMap' ? dashboardProblems(object) : [];
    findings.push(
      ...[...answers[index], ...dashboard].map(problem =>
        findingOf({ path, yaml }, problem),
      ),
    );
  });
  return findings;
}
