import { CacheSpec, FieldError } from '../manifests/types';
import { AnswerReader } from '../request/AnswerReader';
import { cacheSpecOfAnswers } from '../request/cacheSpecOfAnswers';
import { CacheAnswers } from '../request/types';
import { CacheChange } from './types';

/** What somebody wants changed about a cache, in the words of the wizard. An empty text is no answer. @public */
export interface ChangeAnswers extends Pick<
  Partial<CacheAnswers>,
  | 'memory'
  | 'threads'
  | 'sizing'
  | 'description'
  | 'owner'
  | 'system'
  | 'secrets'
  | 'tls'
  | 'crossRegion'
  | 'argoCd'
  | 'repository'
> {
  addConsumers?: CacheAnswers['consumers'];
  /** Entity references. */
  removeConsumers?: string[];
  addRegions?: string[];
  removeRegions?: string[];
}

/** A change that can be applied, or one error per answer that cannot be read. @public */
export type ChangeAnswersResult =
  { ok: true; change: CacheChange } | { ok: false; errors: FieldError[] };

/**
 * Makes a change of a cache from somebody's answers: short references become full ones, sizes become bytes. Whether it
 * fits the cache is for `applyChange` and the generator to judge. Pure.
 *
 * @param recorded - the request of the cache as it is
 * @public
 */
export function changeOfAnswers(
  recorded: CacheSpec,
  answers: ChangeAnswers,
): ChangeAnswersResult {
  const { addConsumers, removeConsumers = [], ...rest } = answers;
  const { addRegions, removeRegions, ...fields } = rest;
  const { name, primaryRegion, useCase } = recorded;
  const read = cacheSpecOfAnswers({
    ...fields,
    name,
    useCase,
    primaryRegion,
    owner: answers.owner || recorded.owner,
    consumers: addConsumers,
  });
  const reader = new AnswerReader();
  const removed = removeConsumers.map((ref, index) =>
    reader.reference(`removeConsumers[${index}]`, ref, 'Component'),
  );
  const errors = [...(read.ok ? [] : read.errors), ...reader.errors];
  if (!read.ok || errors.length > 0) return { ok: false, errors };
  const { consumers, memoryBytes, sizing, threads, ...options } = read.spec;
  return {
    ok: true,
    change: {
      memoryBytes,
      threads,
      sizing,
      addConsumers: consumers,
      removeConsumers: removed,
      addRegions,
      removeRegions,
      options: {
        description: options.description,
        owner: options.owner,
        system: options.system,
        secrets: options.secrets,
        tls: options.tls,
        crossRegion: options.crossRegion,
        argoCd: options.argoCd,
        repository: options.repository,
      },
    },
  };
}
