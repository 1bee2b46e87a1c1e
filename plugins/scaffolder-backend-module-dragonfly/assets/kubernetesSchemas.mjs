// Checks Kubernetes objects against the schemas of their kinds, in a thread of its own: the schemas are ES modules only,
// and loading them takes longer than the backend's event loop should stand still.
//
// In:  { id, objects: [object] }
// Out: { id, problems: [[{ pointer: [string], message }]] }, one list per object
import { parentPort } from 'node:worker_threads';

/** Packages of the kinds that are not Kubernetes' own, by API group. */
const PACKAGES = {
  'argoproj.io': '@kubernetes-models/argo-cd',
  'cert-manager.io': '@kubernetes-models/cert-manager',
  'external-secrets.io': '@kubernetes-models/external-secrets',
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator',
};

const API_VERSION =
  /^(?:([a-z0-9-]+(?:\.[a-z0-9-]+)*)\/)?(v\d+(?:(?:alpha|beta)\d+)?)$/;
const KIND = /^[A-Z][A-Za-z]*$/;

function isObject(value) {
  return typeof value === 'object' && value !== null;
}

async function modelOf({ apiVersion, kind }) {
  const [, group = ''] = API_VERSION.exec(apiVersion) ?? [];
  if (!API_VERSION.test(apiVersion) || !KIND.test(kind)) return undefined;
  const origin = PACKAGES[group] ?? 'kubernetes-models';
  try {
    const models = await import(`${origin}/${apiVersion}/${kind}`);
    return models[kind];
  } catch {
    return undefined;
  }
}

/**
 * Watches which fields a schema looks at. The compiled schemas read every field that they name, and every key of a map
 * whose values they describe, so a field that nobody read is unknown. An object of which nothing was read is one that
 * the schema leaves open.
 */
function watched(value, pointer, seen) {
  if (!isObject(value)) return value;
  const entry = { value, pointer, read: new Set() };
  const children = new Map();
  seen.push(entry);
  return new Proxy(value, {
    get(target, key) {
      const child = Reflect.get(target, key);
      if (typeof key !== 'string' || !Object.hasOwn(target, key)) {
        if (typeof key === 'string') entry.read.add(key);
        return child;
      }
      entry.read.add(key);
      if (!children.has(key)) {
        children.set(key, watched(child, [...pointer, key], seen));
      }
      return children.get(key);
    },
  });
}

function unknownFields(seen) {
  return seen
    .filter(({ value, read }) => !Array.isArray(value) && read.size > 0)
    .flatMap(({ value, pointer, read }) =>
      Object.keys(value)
        .filter(key => !read.has(key))
        .map(key => ({
          pointer: [...pointer, key],
          message: `has no field "${key}"`,
        })),
    );
}

// The schemas take null for any value, as the API does when it fills in defaults; in a file it is a mistake.
function nulls(seen) {
  return seen.flatMap(({ value, pointer }) =>
    Object.entries(value)
      .filter(([, child]) => child === null)
      .map(([key]) => ({
        pointer: [...pointer, key],
        message: 'must not be null',
      })),
  );
}

function schemaErrors(model, object) {
  try {
    model.prototype.validate.call(object);
    return [];
  } catch (error) {
    if (!Array.isArray(error.errors)) throw error;
    return error.errors.map(({ instancePath, message }) => ({
      pointer: instancePath
        .split('/')
        .slice(1)
        .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~')),
      message,
    }));
  }
}

async function problemsOf(object) {
  const model = await modelOf(object);
  if (!model) {
    return [
      {
        pointer: ['kind'],
        message: `is of a kind without a schema: ${object.apiVersion} ${object.kind}`,
      },
    ];
  }
  const seen = [];
  const errors = schemaErrors(model, watched(object, [], seen));
  return [...errors, ...unknownFields(seen), ...nulls(seen)];
}

parentPort.on('message', async ({ id, objects }) => {
  try {
    const problems = await Promise.all(objects.map(problemsOf));
    parentPort.postMessage({ id, problems });
  } catch (error) {
    parentPort.postMessage({ id, failure: String(error) });
  }
});
