import { isReplicated } from '../model/manifestModel';
import { ManifestObject } from '../model/manifestObject';
import { LintRule, offenceAt } from './rule';

const KINDS = ['Application', 'ApplicationSet'];

export const selfHealRevertsPromotion: LintRule = {
  id: 'self-heal-reverts-promotion',
  severity: 'warning',
  title: 'Argo CD undoes what a promotion changed',
  why: 'With selfHeal it puts the role that Git says back within minutes, while the portal or an operator has just changed it in the cluster and the pull request is not merged yet.',
  fix: 'Name what an operation changes under ignoreDifferences and add the sync option RespectIgnoreDifferences=true.',
  check: model =>
    model.servers.some(server => isReplicated(server, model))
      ? model.objects
          .filter(
            ({ apiVersion, kind }) =>
              KINDS.includes(kind) && apiVersion.startsWith('argoproj.io/'),
          )
          .flatMap(object => {
            const spec = specOf(object);
            const policy = spec.get('syncPolicy');
            const heals = policy.get('automated', 'selfHeal');
            const respects = policy
              .get('syncOptions')
              .items()
              .some(
                option => option.text() === 'RespectIgnoreDifferences=true',
              );
            return heals.boolean() === true &&
              !(respects && spec.get('ignoreDifferences').items().length > 0)
              ? [
                  offenceAt(
                    object,
                    heals,
                    'selfHeal is on and nothing is exempt from it; expected ignoreDifferences with RespectIgnoreDifferences=true.',
                  ),
                ]
              : [];
          })
      : [],
};

function specOf({ kind, node }: ManifestObject) {
  return kind === 'Application'
    ? node.get('spec')
    : node.get('spec', 'template', 'spec');
}
