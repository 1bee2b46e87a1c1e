import { SizingAnswers } from '../manifests/types';
import {
  ANSWER_RANGES,
  FREE_SHARE,
  MAX_MEMORY_BYTES,
  SERVER_DEFAULT_RECORDS,
  TIMEOUT_MS,
} from './assumptions';
import { backlogBytes, longestCut } from './backlog';
import { mostThreads, mostWrites, threadsFor } from './threads';
import { longestRoundTrip, longestSilence } from './timeouts';
import { SizingOptions } from './types';

function intoRange(answers: SizingAnswers): SizingAnswers {
  const pick = (field: keyof typeof ANSWER_RANGES) => {
    const { least, most, whole } = ANSWER_RANGES[field];
    const value = answers[field];
    if (!(value > least)) return least;
    return Math.min(most, whole ? Math.floor(value) : value);
  };
  return {
    dataBytes: pick('dataBytes'),
    writesPerSecond: pick('writesPerSecond'),
    toleratedCutSeconds: pick('toleratedCutSeconds'),
    roundTripMilliseconds: pick('roundTripMilliseconds'),
  };
}

/** The largest data set that fits with the shortest backlog beside it. */
export function mostData(options: SizingOptions, threads: number): number {
  const memory = options.memoryBytes ?? MAX_MEMORY_BYTES;
  const usable = Math.floor((memory * (10 - FREE_SHARE * 10)) / 10);
  return options.replicated
    ? usable - backlogBytes(SERVER_DEFAULT_RECORDS, threads)
    : usable;
}

/** Threads that a data set as large as possible has at these writes. */
export function threadsAtMost(
  answers: SizingAnswers,
  options: SizingOptions,
): number {
  const dataBytes = options.memoryBytes ?? MAX_MEMORY_BYTES;
  return Math.min(
    options.threads ?? mostThreads(options),
    threadsFor({ ...answers, dataBytes }, options),
  );
}

/** The possible answers that are nearest to the given ones; answers that are possible come back as they are. */
export function nearestAnswers(
  given: SizingAnswers,
  options: SizingOptions,
): SizingAnswers {
  const answers = intoRange(given);
  answers.writesPerSecond = Math.min(
    answers.writesPerSecond,
    mostWrites(options),
  );
  answers.dataBytes = Math.min(
    answers.dataBytes,
    mostData(options, threadsAtMost(answers, options)),
  );
  if (!options.replicated) return answers;
  if (longestSilence(answers.roundTripMilliseconds) > TIMEOUT_MS.most) {
    answers.roundTripMilliseconds = longestRoundTrip();
  }
  answers.toleratedCutSeconds = Math.min(
    answers.toleratedCutSeconds,
    longestCut(answers, options),
  );
  return answers;
}
