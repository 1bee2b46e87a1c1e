import {
  fillRunbookUrl,
  isRunbookUrlTemplate,
  runbookSectionUrl,
} from './runbookUrlTemplate';

const WIKI = 'https://wiki.example.com/caches/{{cache}}?section={{anchor}}';

describe('the address of a section', () => {
  it.each`
    runbookUrl                                | section
    ${'https://git.example.com/a/runbook.md'} | ${'https://git.example.com/a/runbook.md#dragonflylinkdown'}
    ${fillRunbookUrl(WIKI, 'sessions')}       | ${'https://wiki.example.com/caches/sessions?section=dragonflylinkdown'}
  `('of $runbookUrl', ({ runbookUrl, section }) => {
    expect(runbookSectionUrl(runbookUrl, 'dragonflylinkdown')).toBe(section);
  });
});

describe('isRunbookUrlTemplate', () => {
  it.each([
    WIKI,
    'https://wiki.example.com/one-page-for-all',
    'https://{{cache}}.runbooks.example.com/#{{anchor}}',
  ])('takes %s', template => {
    expect(isRunbookUrlTemplate(template)).toBe(true);
  });

  it.each([
    'http://wiki.example.com/{{cache}}',
    'wiki.example.com/{{cache}}',
    'https://user:secret@wiki.example.com/{{cache}}',
    'https://wiki.example.com/{{name}}',
    'https://wiki.example.com/{{ cache }}',
    'data:text/html,hello',
    '',
  ])('refuses %s', template => {
    expect(isRunbookUrlTemplate(template)).toBe(false);
  });
});
