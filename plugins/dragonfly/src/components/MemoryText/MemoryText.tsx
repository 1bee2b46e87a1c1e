import { describeBytes, MemoryFacts } from 'backstage-plugin-dragonfly-common';

interface MemoryTextProps {
  memory: MemoryFacts | undefined;
}

const whenFullWords = {
  evicts: 'evicts keys when full',
  'refuses-writes': 'refuses writes when full',
  unknown: 'behaviour when full is not known',
} satisfies Record<MemoryFacts['whenFull'], string>;

/** Memory used of the limit, and what the server does at the limit. */
export function MemoryText(props: MemoryTextProps) {
  const { memory } = props;
  if (!memory) {
    return <>memory not known</>;
  }
  const used = describeBytes(memory.usedBytes);
  if (!memory.limitBytes) {
    return <>{`${used} used, no limit set`}</>;
  }
  const percent = Math.round((memory.usedBytes / memory.limitBytes) * 100);
  const limit = describeBytes(memory.limitBytes);
  return (
    <>{`${used} of ${limit} used (${percent} %), ${whenFullWords[memory.whenFull]}`}</>
  );
}
