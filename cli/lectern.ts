import type { Command } from './commands/command';
import { courseCheck } from './commands/course-check';
import { courseHashes } from './commands/course-hashes';
import { courseIds } from './commands/course-ids';
import { courseSync } from './commands/course-sync';
import { gradesCheckCommand } from './commands/grades-check';
import { explainSystem, show } from './explained';

/** Every command there is: one file each in commands/. */
const COMMANDS: readonly Command[] = [courseCheck, courseSync, courseIds, courseHashes, gradesCheckCommand];

function help(): string {
  const width = Math.max(...COMMANDS.map(({ name, usage }) => `${name} ${usage}`.length));
  const lines = COMMANDS.map(({ name, usage, about }) => `  ${`${name} ${usage}`.padEnd(width)}  ${about}`);
  return `npm run lectern -- <command>\n\n${lines.join('\n')}\n`;
}

async function main(words: readonly string[]): Promise<number> {
  const command = COMMANDS.find(({ name }) => name.split(' ').every((word, i) => words[i] === word));
  if (!command) {
    console.log(help());
    const asked = words.length === 0 || ['help', '--help', '-h'].includes(words[0] ?? '');
    if (!asked) console.error(`There is no command “${words.slice(0, 2).join(' ')}”.`);
    return asked ? 0 : 2;
  }
  return command.run(words.slice(command.name.split(' ').length));
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(show(explainSystem(error, '.')));
    process.exitCode = 1;
  },
);
