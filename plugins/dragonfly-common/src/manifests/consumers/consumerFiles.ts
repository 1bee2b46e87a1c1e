import { connectionConfigMap } from '../connectionConfigMap';
import { folder } from '../folder';
import { yamlFile } from '../kubernetesObject';
import { ResolvedCache } from '../resolvedCache';
import { NamedConsumer } from '../spec/consumerIds';
import { ManifestFile } from '../types';
import { consumerSecret } from './consumerSecret';
import { ConsumerFolder, consumerFoldersOf } from './consumerStores';

function filesOf(
  cache: ResolvedCache,
  consumer: NamedConsumer,
  { region, store }: ConsumerFolder,
): ManifestFile[] {
  const where = region ? `in ${region}` : 'the same in every region';
  const credentials = store && [
    yamlFile(
      'external-secret.yaml',
      `Brings the user and the password of ${consumer.entityRef}, and no other, from the secret store.`,
      consumerSecret(cache, consumer, store),
    ),
  ];
  return folder(
    region ? `consumers/${consumer.id}/${region}` : `consumers/${consumer.id}`,
    [
      yamlFile(
        'connection.yaml',
        `How ${consumer.entityRef} reaches the cache; ${where}.`,
        connectionConfigMap(cache, consumer),
      ),
      ...(credentials ?? []),
    ],
  );
}

/** What each consumer applies in its own namespace: how to connect, and as whom. */
export function consumerFiles(cache: ResolvedCache): ManifestFile[] {
  const folders = consumerFoldersOf(cache);
  return cache.consumers.flatMap(consumer =>
    folders.flatMap(each => filesOf(cache, consumer, each)),
  );
}
