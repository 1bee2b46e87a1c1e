import { YamlSource } from '../markdown/yamlSource';
import { ProblemLog } from '../problems';
import { readArguments } from './serverArguments';
import { readPort } from './serverPort';

function read(
  yaml: string,
  primary?: { port?: { value: number; line: number } },
) {
  const log = ProblemLog.create();
  const [container] = YamlSource.parse(yaml, 1).roots;
  const args = readArguments(container, 'server', log);
  const port = readPort(
    {
      container,
      root: container,
      fence: { language: 'yaml', text: yaml, line: 9, path: [] },
    },
    args,
    'server',
    log,
    primary,
  );
  return { port, errors: log.errors };
}

const PRIMARY = { port: { value: 7000, line: 4 } };

it.each`
  yaml                                                                           | primary      | port
  ${'ports: [{ containerPort: 6380 }]'}                                          | ${undefined} | ${{ value: 6380, line: 1 }}
  ${'ports: [{ containerPort: 9999 }, { containerPort: 6379 }]'}                 | ${undefined} | ${{ value: 6379, line: 1 }}
  ${'args: [--port=7001]\nports:\n- containerPort: 9999\n- containerPort: 7001'} | ${undefined} | ${{ value: 7001, line: 4 }}
  ${'args: [--port=7001]'}                                                       | ${PRIMARY}   | ${{ value: 7001, line: 1 }}
  ${'image: x'}                                                                  | ${PRIMARY}   | ${PRIMARY.port}
`('reads $port from $yaml', ({ yaml, primary, port }) => {
  expect(read(yaml, primary)).toEqual({ port, errors: [] });
});

it('does not choose between ports none of which the server listens on', () => {
  const { port, errors } = read(
    'ports: [{ containerPort: 7000 }, { containerPort: 9999 }]',
  );
  expect(port).toBeUndefined();
  expect(errors).toMatchObject([{ subject: 'server, containerPort', line: 1 }]);
});

it('reports a port that nobody declares once, for the primary', () => {
  expect(read('image: x').errors).toHaveLength(1);
  expect(read('image: x', {})).toEqual({ port: undefined, errors: [] });
});
