import { createHash } from 'node:crypto';
import { executeTemplate } from './executeTemplate';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const values = { password: 'one', 'app-shop': 'two', empty: '' };

describe('executeTemplate', () => {
  it.each`
    template                                                    | text
    ${'USER a ON >{{ .password }} +@all'}                       | ${'USER a ON >one +@all'}
    ${'#{{ .password | sha256sum }}'}                           | ${`#${hash('one')}`}
    ${'#{{ index . "app-shop" | sha256sum }}'}                  | ${`#${hash('two')}`}
    ${'{{ sha256sum (index $ "app-shop") }}'}                   | ${hash('two')}
    ${'{{ .nosuch }}|'}                                         | ${'|'}
    ${'{{ range list "a" "b" }}{{ . }},{{ end }}'}              | ${'a,b,'}
    ${'{{ range list "empty" }}{{ index $ . }}!{{ end }}'}      | ${'!'}
    ${'{{ if .password }}yes{{ end }}{{ if .empty }}no{{end}}'} | ${'yes'}
    ${'{{ if not (index . "empty") }}yes{{ end }}'}             | ${'yes'}
    ${'{{ printf "%s is %q" "x" .password }}'}                  | ${'x is "one"'}
    ${'a \n {{- .password -}} \n b'}                            | ${'aoneb'}
  `('makes "$text" of $template', ({ template, text }) => {
    expect(executeTemplate(template, values)).toBe(text);
  });

  it('stops where the template says so', () => {
    const template =
      '{{ if not .empty }}{{ fail (printf "%q is empty" "empty") }}{{ end }}';
    expect(() => executeTemplate(template, values)).toThrow(
      'The template stops: "empty" is empty.',
    );
  });

  it.each`
    template                      | message
    ${'{{ .password | b64enc }}'} | ${'The template calls "b64enc"; the fleet knows list, index'}
    ${'{{ with . }}'}             | ${'The template calls "with"'}
    ${'{{ .password = "x" }}'}    | ${'The template has "{{ .password = "x" }}"'}
    ${'{{ if (.password }}'}      | ${'The template has "{{ (.password }}"'}
    ${'{{ if .password }}'}       | ${'The template does not end every "range" and "if".'}
    ${'{{ end }}'}                | ${'The template has "{{ end }}"'}
  `('refuses $template', ({ template, message }) => {
    expect(() => executeTemplate(template, values)).toThrow(message);
  });
});
