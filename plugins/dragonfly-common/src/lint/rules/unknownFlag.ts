import { isServerFlag } from '../../manifests/serverFlags';
import { describeValue } from '../../manifests/spec/fieldErrors';
import { Server } from '../model/server';
import { settingOf } from '../model/setting';
import { LintRule, offenceOf } from './rule';

/** The version whose flags are known. */
const KNOWN = { major: 1, minor: 40 };

export const unknownFlag: LintRule = {
  id: 'unknown-flag',
  severity: 'error',
  title: 'Dragonfly does not know a flag',
  why: 'An unknown flag stops the start of the server, whether it is an argument, a line of a flag file or a variable that begins with DFLY_: the pod goes into a crash loop.',
  fix: 'Correct the name, or remove the flag; "dragonfly --helpfull" lists those of a version.',
  check: ({ servers }) =>
    servers
      .filter(server => server.engine === 'dragonfly' && !isNewer(server))
      .flatMap(({ settings }) => {
        const tolerated = (settingOf(settings, 'undefok')?.value ?? '').split(
          ',',
        );
        return settings
          .filter(
            ({ name }) => !isServerFlag(name) && !tolerated.includes(name),
          )
          .map(setting =>
            offenceOf(
              setting,
              `Dragonfly ${KNOWN.major}.${KNOWN.minor} has no flag ${describeValue(setting.name)}; expected one that it knows.`,
            ),
          );
      }),
};

/** A later version may have flags that are not known here. */
function isNewer({ image }: Server): boolean {
  const version = image?.version;
  return (
    version !== undefined &&
    (version.major > KNOWN.major ||
      (version.major === KNOWN.major && version.minor > KNOWN.minor))
  );
}
