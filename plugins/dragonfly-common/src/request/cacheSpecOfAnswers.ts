import { CacheRepository, CacheSpec, SizingAnswers } from '../manifests/types';
import { AnswerReader } from './AnswerReader';
import {
  CacheAnswers,
  CacheAnswersResult,
  ConsumerAnswer,
  SizingQuestions,
} from './types';

function sizingOf(
  questions: SizingQuestions | undefined,
  reader: AnswerReader,
): SizingAnswers | undefined {
  const { data, writesPerSecond, toleratedCutSeconds, roundTripMilliseconds } =
    questions ?? {};
  const asked = [
    data || undefined,
    writesPerSecond,
    toleratedCutSeconds,
    roundTripMilliseconds,
  ];
  if (asked.every(answer => answer === undefined)) return undefined;
  return {
    dataBytes: reader.bytes('sizing.data', data) ?? 0,
    writesPerSecond: reader.number('writesPerSecond', writesPerSecond),
    toleratedCutSeconds: reader.number(
      'toleratedCutSeconds',
      toleratedCutSeconds,
    ),
    roundTripMilliseconds: reader.number(
      'roundTripMilliseconds',
      roundTripMilliseconds,
    ),
  };
}

function consumerOf(
  answer: ConsumerAnswer,
  index: number,
  reader: AnswerReader,
) {
  const { entityRef, namespace } =
    typeof answer === 'string'
      ? { entityRef: answer, namespace: undefined }
      : answer;
  return {
    entityRef: reader.reference(
      `consumers[${index}].entityRef`,
      entityRef,
      'Component',
    ),
    namespace: namespace || undefined,
  };
}

function repositoryOf(
  repository: CacheAnswers['repository'],
): CacheRepository | undefined {
  return repository?.url
    ? { url: repository.url, folder: repository.folder ?? '' }
    : undefined;
}

/**
 * Makes the request to the generator from somebody's answers: short references become full ones, sizes become bytes,
 * an empty answer is no answer. What a name, a region or a use case may be is for the generator to judge. Pure.
 *
 * @public
 */
export function cacheSpecOfAnswers(answers: CacheAnswers): CacheAnswersResult {
  const reader = new AnswerReader();
  const spec: CacheSpec = {
    name: answers.name,
    description: answers.description || undefined,
    owner: reader.reference('owner', answers.owner, 'Group'),
    system: answers.system
      ? reader.reference('system', answers.system, 'System')
      : undefined,
    useCase: answers.useCase,
    topology: answers.topology,
    primaryRegion: answers.primaryRegion,
    otherRegions: answers.otherRegions ?? [],
    memoryBytes: answers.memory
      ? reader.bytes('memory', answers.memory)
      : undefined,
    threads: answers.threads,
    sizing: sizingOf(answers.sizing, reader),
    consumers: (answers.consumers ?? []).map((consumer, index) =>
      consumerOf(consumer, index, reader),
    ),
    flavour: answers.flavour,
    secrets: answers.secrets,
    tls: answers.tls,
    crossRegion: answers.crossRegion,
    argoCd: answers.argoCd,
    repository: repositoryOf(answers.repository),
  };
  return reader.errors.length > 0
    ? { ok: false, errors: reader.errors }
    : { ok: true, spec };
}
