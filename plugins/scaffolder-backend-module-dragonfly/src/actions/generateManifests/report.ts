import {
  Deviation,
  Finding,
  PolicyDocument,
  RenderedManifests,
} from 'backstage-plugin-dragonfly-common';

/**
 * What was generated, from which policy, with which deviations and warnings, as Markdown for a pull request. Pure.
 */
export function report(
  rendered: Pick<RenderedManifests, 'summary' | 'deviations'>,
  { policy, revision, source }: PolicyDocument,
  warnings: readonly Finding[] = [],
): string {
  const status =
    policy.status.value === 'accepted'
      ? ''
      : ` The policy is marked as **${policy.status.value}**.`;
  return [
    rendered.summary,
    `Generated from the policy "${policy.title}", revision ${code(revision)}, read from ${code(source)}.${status}`,
    rendered.deviations.length > 0
      ? '### Where the files differ from the text of the policy'
      : 'The files follow the text of the policy everywhere.',
    rendered.deviations.map(line).join('\n'),
    warnings.length > 0 ? '### Worth knowing before you merge' : '',
    warnings.map(warning).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function line({ id, adr, generated, reason }: Deviation): string {
  const policy = adr
    ? `The policy (line ${adr.line}) says ${code(adr.text)}.`
    : 'The policy is silent.';
  return `- **${id}** ${policy} Generated: ${sentence(generated)} Why: ${sentence(reason)}`;
}

function warning({ path, line: at, message, why, fix }: Finding): string {
  return `- ${code(`${path}:${at}`)} ${message} ${why} ${fix}`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Markdown code on one line, whatever the text holds. */
function code(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  const longestRun = Math.max(
    0,
    ...(oneLine.match(/`+/g) ?? []).map(run => run.length),
  );
  const fence = '`'.repeat(longestRun + 1);
  return longestRun > 0
    ? `${fence} ${oneLine} ${fence}`
    : `${fence}${oneLine}${fence}`;
}
