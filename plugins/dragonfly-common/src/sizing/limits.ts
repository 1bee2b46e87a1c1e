import { formatMemory } from '../policy/quantities';
import { FieldError, SizingAnswers } from '../manifests/types';
import { EXPECTED } from '../manifests/spec/expectations';
import { fieldError } from '../manifests/spec/fieldErrors';
import {
  ANSWER_RANGES,
  BACKLOG_POD_SHARE,
  FREE_SHARE,
  MAX_MEMORY_BYTES,
  TIMEOUT_MS,
  WRITES_PER_THREAD,
} from './assumptions';
import { backlogFits, recordsFor } from './backlog';
import { mostThreads, mostWrites, threadsFor } from './threads';
import { mostData, threadsAtMost } from './nearestAnswers';
import { longestSilence } from './timeouts';
import { SizingOptions } from './types';
import { percent } from './wording';

/** What an error needs: the answers, what they are for, and what would be possible instead. */
interface Situation {
  answers: SizingAnswers;
  options: SizingOptions;
  nearest: SizingAnswers;
}

/** One error per answer that is no number of its kind, whatever the others are. */
export function rangeErrors(answers: SizingAnswers): FieldError[] {
  const fields = Object.keys(EXPECTED).filter(
    (key): key is keyof typeof ANSWER_RANGES => key in ANSWER_RANGES,
  );
  return fields.flatMap(field => {
    const { least, most, whole } = ANSWER_RANGES[field];
    const value = answers[field];
    const fits =
      value >= least && value <= most && (!whole || Number.isInteger(value));
    const { is, todo } = EXPECTED[field];
    return fits ? [] : [fieldError(`sizing.${field}`, value, is, todo)];
  });
}

function writesErrors({ answers, options, nearest }: Situation): FieldError[] {
  if (answers.writesPerSecond <= mostWrites(options)) return [];
  return [
    fieldError(
      'sizing.writesPerSecond',
      answers.writesPerSecond,
      `at most ${nearest.writesPerSecond}, because one thread is taken to write ${WRITES_PER_THREAD} keys per second and the cache can have ${mostThreads(options)}`,
      options.memoryBytes === undefined
        ? 'Spread the data over several caches.'
        : 'Ask for more memory, or leave it out so that it is computed.',
    ),
  ];
}

function dataErrors({ answers, options, nearest }: Situation): FieldError[] {
  const threads = threadsAtMost(answers, options);
  if (answers.dataBytes <= mostData(options, threads)) return [];
  const memory = formatMemory(options.memoryBytes ?? MAX_MEMORY_BYTES);
  return [
    fieldError(
      'sizing.dataBytes',
      answers.dataBytes,
      `at most ${nearest.dataBytes} (${formatMemory(nearest.dataBytes)}), because ${percent(FREE_SHARE)} of a memory of ${memory} must stay free${options.replicated ? ' and the backlog of replication needs its part' : ''}`,
      options.memoryBytes === undefined
        ? 'Spread the data over several caches.'
        : 'Ask for more memory, or leave it out so that it is computed.',
    ),
  ];
}

function roundTripErrors({ answers, nearest }: Situation): FieldError[] {
  const { roundTripMilliseconds } = answers;
  if (longestSilence(roundTripMilliseconds) <= TIMEOUT_MS.most) return [];
  return [
    fieldError(
      'sizing.roundTripMilliseconds',
      roundTripMilliseconds,
      `at most ${nearest.roundTripMilliseconds}, because a link that slow cannot be told from a dead one within the ${TIMEOUT_MS.most} ms that writes may stall`,
      'Choose regions that are nearer to each other.',
    ),
  ];
}

function cutErrors({ answers, options, nearest }: Situation): FieldError[] {
  const threads = threadsFor(answers, options);
  if (backlogFits(recordsFor(answers, threads), answers, options)) return [];
  return [
    fieldError(
      'sizing.toleratedCutSeconds',
      answers.toleratedCutSeconds,
      `at most ${nearest.toleratedCutSeconds}, because the backlog of a longer cut at ${answers.writesPerSecond} writes per second needs more than ${percent(BACKLOG_POD_SHARE)} of the pod's memory, or more than there is`,
      'Tolerate a shorter cut: a longer one then ends in a full resync, without a usable second copy until it is done.',
    ),
  ];
}

/** One error per answer that cannot be, or not together with the others. */
export function limitErrors(situation: Situation): FieldError[] {
  const alone = [...writesErrors(situation), ...dataErrors(situation)];
  if (!situation.options.replicated) return alone;
  alone.push(...roundTripErrors(situation));
  // With impossible data or writes there is no memory yet that a backlog could be measured against.
  const { answers, nearest } = situation;
  const { dataBytes, writesPerSecond } = nearest;
  return [
    ...alone,
    ...cutErrors({
      ...situation,
      answers: { ...answers, dataBytes, writesPerSecond },
    }),
  ];
}
