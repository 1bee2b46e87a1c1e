import {
  parseMemoryQuantity,
  PolicyDocument,
  sizeCache,
  SizingAnswers,
  SizingResult,
  UseCase,
} from 'backstage-plugin-dragonfly-common';
import { SizingValue } from '../types';

/** The answers, once all are given and can be read. */
export function answersOf(value: SizingValue): SizingAnswers | undefined {
  const { data, writesPerSecond, toleratedCutSeconds, roundTripMilliseconds } =
    value;
  const dataBytes = data ? parseMemoryQuantity(data) : undefined;
  return dataBytes === undefined ||
    writesPerSecond === undefined ||
    toleratedCutSeconds === undefined ||
    roundTripMilliseconds === undefined
    ? undefined
    : {
        dataBytes,
        writesPerSecond,
        toleratedCutSeconds,
        roundTripMilliseconds,
      };
}

interface SizingOfOptions {
  document: PolicyDocument;
  useCase: UseCase;
  replicated: boolean;
}

/** What the answers come to; absent while they are not complete. */
export function sizingOf(
  value: SizingValue,
  options: SizingOfOptions,
): SizingResult | undefined {
  const answers = answersOf(value);
  const { document, useCase, replicated } = options;
  return (
    answers &&
    sizeCache(answers, {
      useCase,
      serverVersion: document.settings.serverVersion,
      replicated,
    })
  );
}
