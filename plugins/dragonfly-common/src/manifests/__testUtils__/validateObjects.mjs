// Validates Kubernetes objects (a JSON list on standard input) and prints one list of messages per object.
// A program of its own because `kubernetes-models` is ESM only, which the test runner cannot load.
import { readFileSync } from 'node:fs';

async function messagesOf(object) {
  const { apiVersion, kind } = object;
  try {
    const models = await import(`kubernetes-models/${apiVersion}/${kind}`);
    new models[kind](object).validate();
    return [];
  } catch (error) {
    return [`${apiVersion} ${kind}: ${error.message}`];
  }
}

const objects = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(
  JSON.stringify(await Promise.all(objects.map(messagesOf))),
);
