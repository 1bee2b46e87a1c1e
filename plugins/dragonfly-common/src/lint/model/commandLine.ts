import { Line, ManifestNode } from '../source/manifestNode';

/** One word of a command line. */
export type Word = Line;

const SHELLS = ['sh', 'bash', 'ash', 'dash', 'zsh'];
const QUOTES = ['"', "'"];

function isShell(text: string | undefined): boolean {
  return SHELLS.includes((text ?? '').slice((text ?? '').lastIndexOf('/') + 1));
}

/** Splits a line at white space; quotes hold words together and are left out. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (const character of text) {
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
      else word = (word ?? '') + character;
    } else if (QUOTES.includes(character)) {
      quote = character;
      word ??= '';
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? '') + character;
    }
  }
  return word === undefined ? words : [...words, word];
}

function wordsOfScript(script: ManifestNode): Word[] {
  return script
    .lines()
    .filter(({ text }) => !text.trimStart().startsWith('#'))
    .flatMap(({ text, line }) =>
      splitWords(text)
        // A backslash at the end of a line continues it.
        .filter(word => word !== '\\')
        .flatMap(word =>
          word.length > 1 && word.endsWith(';')
            ? [word.slice(0, -1), ';']
            : [word],
        )
        .map(word => ({ text: word, line })),
    );
}

/** The words that a container starts with; the script after `sh -c` is taken apart. */
export function commandWords(container: ManifestNode): Word[] {
  const items = [
    ...container.get('command').items(),
    ...container.get('args').items(),
  ];
  const shell = isShell(items[0]?.text());
  return items.flatMap((item, index) => {
    const text = item.text();
    if (text === undefined) return [];
    const isScript =
      shell && index > 0 && !/^[-+]/.test(text) && /\s/.test(text);
    return isScript ? wordsOfScript(item) : [{ text, line: item.line }];
  });
}

/** Whether a shell or a script starts the server, so that its arguments can come from anywhere. */
export function startsWithScript(container: ManifestNode): boolean {
  const first = container.get('command').items()[0]?.text();
  return isShell(first) || (first ?? '').endsWith('.sh');
}
