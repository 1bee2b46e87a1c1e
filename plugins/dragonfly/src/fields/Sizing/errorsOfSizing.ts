import { FieldError } from 'backstage-plugin-dragonfly-common';
import { Draft } from '../chosenUseCase';
import { SizingValue } from '../types';
import { answersOf } from './sizingOf';

/** Fields of the request that this form field answers. */
export const SIZING_FIELDS = ['memory', 'memoryBytes', 'threads', 'sizing'];

/**
 * What keeps a size from being used, one sentence each.
 *
 * @param refusals - what the generator would refuse of it
 */
export function errorsOfSizing(
  value: Draft<SizingValue>,
  refusals: FieldError[],
): string[] {
  const messages = refusals.map(({ message }) => message);
  switch (value?.by) {
    case 'answers':
      return messages.length > 0 || answersOf({ ...value, by: value.by })
        ? messages
        : [
            'Answer every question about the size, or take the size of the policy.',
          ];
    case 'numbers':
      return value.memory === undefined && value.threads === undefined
        ? ['State the memory or the threads, or take the size of the policy.']
        : messages;
    default:
      return messages;
  }
}
