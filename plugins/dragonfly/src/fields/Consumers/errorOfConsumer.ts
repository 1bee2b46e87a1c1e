import { FieldError } from 'backstage-plugin-dragonfly-common';
import { ConsumerValue } from '../types';

/** What is wrong with one of the consumers, one sentence. */
export function errorOfConsumer(
  consumer: ConsumerValue,
  index: number,
  refusals: FieldError[],
): string | undefined {
  if (!consumer.namespace) {
    return `State the namespace that "${consumer.entityRef}" runs in.`;
  }
  return refusals.find(({ field }) => field.startsWith(`consumers[${index}]`))
    ?.message;
}
