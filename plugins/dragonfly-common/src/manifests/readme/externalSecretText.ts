import { consumerFoldersOf } from '../consumers';
import { ResolvedCache } from '../resolvedCache';
import { aclUsers, pathInStore, secretNamesOf } from '../secrets';
import { meaningOfFlag, meaningOfUser } from './keyMeaning';
import { code, plain, table } from './markdown';

function storesTable(cache: ResolvedCache): string {
  return table(
    ['Region', 'Store', 'Path'],
    cache.regions.flatMap(({ title, secretStore }) =>
      secretStore
        ? [
            [
              plain(title),
              `${secretStore.kind} ${code(secretStore.name)}`,
              code(pathInStore(secretStore, cache.name)),
            ],
          ]
        : [],
    ),
  );
}

function propertiesTable(cache: ResolvedCache): string {
  const [first, ...users] = aclUsers(cache);
  const flags = cache.secrets.filter(
    ({ flag, secretKey }) =>
      flag !== 'masterauth' && secretKey !== first.secretKey,
  );
  const follower = cache.secrets.find(({ flag }) => flag === 'masterauth');
  const also = follower
    ? ` A replica presents it to its primary as well, so it fills the key ${code(follower.secretKey)} too.`
    : '';
  return table(
    ['Property', 'Value'],
    [
      [code(first.secretKey), `${meaningOfFlag('requirepass')}${also}`],
      ...flags.map(({ flag, secretKey }) => [
        code(secretKey),
        meaningOfFlag(flag),
      ]),
      ...users.map(user => [code(user.secretKey), meaningOfUser(user)]),
    ],
  );
}

function consumersText(cache: ResolvedCache): string[] {
  if (cache.consumers.length === 0) return [];
  const folders = consumerFoldersOf(cache);
  const place = folders.some(({ region }) => region)
    ? 'the folder of its region below `consumers/`'
    : 'its folder below `consumers/`';
  const namespaced = folders.some(({ store }) => store?.kind === 'SecretStore')
    ? ' A SecretStore is looked up in the namespace of the consumer, so one of the same name must exist there.'
    : '';
  return [
    `Each consumer applies ${place} in its namespace. It brings its user and its own password only.${namespaced} Whoever may create an ExternalSecret that reads this path can read every password below it: bind the store to the namespaces of the server and of the consumers.`,
  ];
}

/** What must be in the stores when the External Secrets operator brings the Secrets. */
export function externalSecretText(cache: ResolvedCache): string[] {
  const secrets = secretNamesOf(cache).map(code).join(' and ');
  return [
    `In each region the External Secrets operator makes ${secrets} in the namespace ${code(cache.namespace)} from the store of that region:`,
    storesTable(cache),
    'These properties must be there before the server starts:',
    propertiesTable(cache),
    'The key `acl` is made from them, by the same template in every region. An empty password stops the template, and the Secret before it stays.',
    ...consumersText(cache),
  ];
}
