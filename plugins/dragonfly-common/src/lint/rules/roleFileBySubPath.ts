import { settingOf } from '../model/setting';
import { LintRule, offenceAt } from './rule';

export const roleFileBySubPath: LintRule = {
  id: 'role-file-by-sub-path',
  severity: 'warning',
  title: 'The flag file of a server never changes while its pod lives',
  why: 'A file that is mounted with subPath keeps the content it had when the pod was made: a container that restarts after a promotion still reads the old role.',
  fix: 'Mount the whole ConfigMap as a folder.',
  check: ({ servers }) =>
    servers.flatMap(({ container, object, settings }) => {
      const file = settingOf(settings, 'flagfile')?.value;
      return container
        .get('volumeMounts')
        .items()
        .filter(
          mount =>
            file !== undefined &&
            mount.get('mountPath').text() === file &&
            mount.get('subPath').exists,
        )
        .map(mount =>
          offenceAt(
            object,
            mount.get('subPath'),
            'The flag file is mounted with subPath; expected the folder.',
          ),
        );
    }),
};
