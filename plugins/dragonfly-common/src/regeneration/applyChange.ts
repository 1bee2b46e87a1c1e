import { fieldError } from '../manifests/spec/fieldErrors';
import { CacheConsumer, CacheSpec, FieldError } from '../manifests/types';
import { CacheChange, ChangedRequest } from './types';

function sameRef(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function checkConsumers(
  { consumers }: CacheSpec,
  { removeConsumers = [] }: CacheChange,
): FieldError[] {
  const listed = consumers.map(({ entityRef }) => `"${entityRef}"`).join(', ');
  return removeConsumers.flatMap((ref, index) =>
    consumers.some(({ entityRef }) => sameRef(entityRef, ref))
      ? []
      : [
          fieldError(
            `removeConsumers[${index}]`,
            ref,
            `a consumer of the cache: ${listed || 'it has none'}`,
            'Name one of them.',
          ),
        ],
  );
}

function checkRegions(
  { otherRegions, primaryRegion }: CacheSpec,
  { addRegions = [], removeRegions = [] }: CacheChange,
): FieldError[] {
  const all = [primaryRegion, ...otherRegions];
  const named = all.map(name => `"${name}"`).join(', ');
  return [
    ...addRegions.flatMap((region, index) =>
      all.includes(region)
        ? [
            fieldError(
              `addRegions[${index}]`,
              region,
              `a region that the cache does not have yet; it has ${named}`,
              'Leave it out.',
            ),
          ]
        : [],
    ),
    ...removeRegions.flatMap((region, index) =>
      otherRegions.includes(region)
        ? []
        : [
            fieldError(
              `removeRegions[${index}]`,
              region,
              region === primaryRegion
                ? 'a region that does not hold the primary'
                : `a region of the cache: ${named}`,
              region === primaryRegion
                ? 'Move the primary to another region first, on the servers and in the files.'
                : 'Name one of them.',
            ),
          ],
    ),
  ];
}

function changedConsumers(
  consumers: readonly CacheConsumer[],
  { addConsumers = [], removeConsumers = [] }: CacheChange,
): CacheConsumer[] {
  const added = (entityRef: string) =>
    addConsumers.find(consumer => sameRef(consumer.entityRef, entityRef));
  const stay = consumers.filter(
    ({ entityRef }) => !removeConsumers.some(ref => sameRef(ref, entityRef)),
  );
  const fresh = addConsumers.filter(
    ({ entityRef }) =>
      !stay.some(consumer => sameRef(consumer.entityRef, entityRef)),
  );
  return [
    ...stay.map(consumer => ({ ...consumer, ...added(consumer.entityRef) })),
    ...fresh,
  ];
}

/**
 * The request for a cache after a change of it. Whether the result can be rendered is for the renderer to judge. Pure.
 *
 * @param recorded - the request of the record, with the primary where the files say it is
 * @public
 */
export function applyChange(
  recorded: CacheSpec,
  change: CacheChange,
): ChangedRequest {
  const errors = [
    ...checkConsumers(recorded, change),
    ...checkRegions(recorded, change),
  ];
  if (errors.length > 0) return { ok: false, errors };
  const { addRegions = [], options = {}, removeRegions = [], sizing } = change;
  return {
    ok: true,
    spec: {
      ...recorded,
      description: options.description ?? recorded.description,
      owner: options.owner ?? recorded.owner,
      system: options.system ?? recorded.system,
      secrets: options.secrets ?? recorded.secrets,
      tls: options.tls ?? recorded.tls,
      crossRegion: options.crossRegion ?? recorded.crossRegion,
      argoCd: options.argoCd ?? recorded.argoCd,
      repository: options.repository ?? recorded.repository,
      otherRegions: [
        ...recorded.otherRegions.filter(name => !removeRegions.includes(name)),
        ...addRegions,
      ],
      sizing: sizing ?? recorded.sizing,
      memoryBytes:
        change.memoryBytes ?? (sizing ? undefined : recorded.memoryBytes),
      threads: change.threads ?? (sizing ? undefined : recorded.threads),
      consumers: changedConsumers(recorded.consumers, change),
    },
  };
}
