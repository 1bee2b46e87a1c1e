import { Entity } from '@backstage/catalog-model';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { recordedCacheEntity } from '../recording/recordedCacheEntity';
import { createAwaitEntityAction } from './createAwaitEntityAction';

const entityRef = 'resource:default/recorded';

/** Runs the action against a catalog that answers these in turn, the last one for ever. */
async function run(answers: Array<Entity | undefined>) {
  const asked: string[] = [];
  const action = createAwaitEntityAction({
    catalog: {
      getEntityByRef: async ref => {
        asked.push(String(ref));
        return answers[Math.min(asked.length, answers.length) - 1];
      },
    },
    deadlineMs: 600,
  });
  await action.handler(createMockActionContext({ input: { entityRef } }));
  return asked;
}

describe('demo:catalog:await-entity', () => {
  it('asks until the catalog has the entity', async () => {
    await expect(
      run([undefined, recordedCacheEntity('primary_killed')]),
    ).resolves.toEqual([entityRef, entityRef]);
  });

  it('gives up with what to look at', async () => {
    await expect(run([undefined])).rejects.toThrow(
      'The catalog did not have resource:default/recorded after 0.6 s; see its log',
    );
  });
});
