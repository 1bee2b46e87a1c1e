import { redisSettingGroups } from '../model/manifestModel';
import { PASSWORDS, settingOf } from '../model/setting';
import { LintRule, Offence, offenceOf } from './rule';

export const protectedModeOff: LintRule = {
  id: 'protected-mode-off',
  severity: 'error',
  title: 'Redis accepts everybody without a password',
  why: 'Protected mode is what keeps a Redis without a password from answering to the network. Whoever reaches it can make it a replica of their own server, which empties it.',
  fix: 'Set requirepass from a Secret; only then turn protected-mode off.',
  check: model =>
    redisSettingGroups(model).flatMap((settings): Offence[] => {
      const mode = settingOf(settings, 'protected-mode');
      const hasPassword = settingOf(
        settings,
        ...PASSWORDS.own,
        'aclfile',
        'user',
      );
      return mode?.value.toLowerCase() === 'no' && !hasPassword
        ? [
            offenceOf(
              mode,
              'protected-mode is "no" and there is no password; expected requirepass.',
            ),
          ]
        : [];
    }),
};
