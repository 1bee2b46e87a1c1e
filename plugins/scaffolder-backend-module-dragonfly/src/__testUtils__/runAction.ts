import { mockServices } from '@backstage/backend-test-utils';
import { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject } from '@backstage/types';

/** Runs an action in a workspace; gives what it put out and what it logged. */
export async function runAction<
  Input extends JsonObject,
  Output extends JsonObject,
>(
  action: TemplateAction<Input, Output, 'v2'>,
  input: Input,
  options: { workspacePath: string; signal?: AbortSignal },
) {
  const output: Record<string, unknown> = {};
  const logger = mockServices.logger.mock();
  await action.handler({
    ...createMockActionContext<Input, Output>({
      input,
      workspacePath: options.workspacePath,
      logger,
    }),
    output: (name, value) => {
      output[String(name)] = value;
    },
    signal: options.signal,
  });
  const log = [...logger.info.mock.calls, ...logger.warn.mock.calls].map(
    ([line]) => line,
  );
  return { output, log };
}
