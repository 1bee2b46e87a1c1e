import { CacheSpec, FieldError } from '../types';
import { nameConsumer } from './consumerIds';
import { EXPECTED } from './expectations';
import { fieldError } from './fieldErrors';
import { DNS_LABEL } from './patterns';

/** Checks that consumers are listed once, can be told apart by name and have a namespace to put objects in. */
export function checkConsumers(spec: CacheSpec): FieldError[] {
  const refById = new Map<string, string>();
  return spec.consumers.flatMap((consumer, index) => {
    const field = `consumers[${index}]`;
    const { id, namespace } = nameConsumer(consumer);
    const earlier = refById.get(id);
    refById.set(id, earlier ?? consumer.entityRef);
    if (earlier !== undefined) {
      return [
        fieldError(
          `${field}.entityRef`,
          consumer.entityRef,
          earlier === consumer.entityRef
            ? 'a consumer that is not listed twice'
            : `a name that can be told apart from "${earlier}" in lower case with hyphens`,
          'Remove one of the two consumers.',
        ),
      ];
    }
    if (!DNS_LABEL.test(namespace)) {
      return [
        fieldError(
          `${field}.namespace`,
          consumer.namespace,
          `${EXPECTED.namespace.is}; the name of "${consumer.entityRef}" is none`,
          EXPECTED.namespace.todo,
        ),
      ];
    }
    return [];
  });
}
