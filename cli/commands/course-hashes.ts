import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashesOf } from '@/lib/course-package/check/eight-words';
import { Explained } from '../explained';
import { oneFolder, readArguments } from './arguments';
import type { Command } from './command';
import { openFolder } from './open-folder';

export const courseHashes: Command = {
  name: 'course hashes',
  usage: '<folder> --article <file>',
  about:
    'Keeps hashes of the article’s eight-word runs (not its words), so that the check finds where a lesson repeats one.',
  run: async (given) => {
    const { words, options } = readArguments(given, ['article']);
    const folder = oneFolder(words);
    openFolder(folder);
    const article = options.get('article');
    if (!article) throw new Explained('The article is missing.', 'Name its text: --article article.txt');
    const hashes = hashesOf(readFileSync(article, 'utf8'));
    if (hashes.length === 0)
      throw new Explained(`${article} has fewer than eight words.`, 'Name the text of the article.');
    writeFileSync(path.join(folder, 'source-hashes.txt'), `${hashes.join('\n')}\n`);
    console.log(`${folder}/source-hashes.txt: ${hashes.length} hashes.`);
    return 0;
  },
};
