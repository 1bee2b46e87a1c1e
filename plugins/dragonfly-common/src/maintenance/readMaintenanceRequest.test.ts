import { readMaintenanceRequest } from './readMaintenanceRequest';

it.each`
  input                                           | request
  ${{}}                                           | ${{ minutes: 60 }}
  ${{ minutes: 1 }}                               | ${{ minutes: 1 }}
  ${{ minutes: 480, note: ' moves to region2 ' }} | ${{ minutes: 480, note: 'moves to region2' }}
  ${{ note: '🛠'.repeat(200) }}                    | ${{ minutes: 60, note: '🛠'.repeat(200) }}
  ${{ note: '   ' }}                              | ${{ minutes: 60 }}
`('reads $input', ({ input, request }) => {
  expect(readMaintenanceRequest(input)).toEqual({ ok: true, request });
});

it.each`
  input                        | field        | message
  ${{ minutes: 0 }}            | ${'minutes'} | ${'Field "minutes" is 0; expected a whole number from 1 to 480.'}
  ${{ minutes: 481 }}          | ${'minutes'} | ${'Field "minutes" is 481; expected a whole number from 1 to 480.'}
  ${{ minutes: 1.5 }}          | ${'minutes'} | ${'Field "minutes" is 1.5; expected a whole number from 1 to 480.'}
  ${{ minutes: '60' }}         | ${'minutes'} | ${'Field "minutes" is "60"; expected a whole number from 1 to 480.'}
  ${{ note: 'one\ntwo' }}      | ${'note'}    | ${/^Field "note" is "one\\ntwo"; expected one line of at most 200 characters, without control characters\.$/}
  ${{ note: '\u202Egnp.exe' }} | ${'note'}    | ${/^Field "note" is .*without control characters\.$/}
  ${{ note: 'x'.repeat(201) }} | ${'note'}    | ${/^Field "note" is "x+; expected one line of at most 200/}
  ${{ note: 7 }}               | ${'note'}    | ${/^Field "note" is 7;/}
  ${{ minuets: 5 }}            | ${'minuets'} | ${'Field "minuets" is not known; expected only "minutes" and "note".'}
  ${'60'}                      | ${''}        | ${'The maintenance is "60"; expected an object with "minutes" and "note".'}
`('refuses $input', ({ input, field, message }) => {
  expect(readMaintenanceRequest(input)).toEqual({
    ok: false,
    problems: [{ field, message: expect.stringMatching(message) }],
  });
});
