import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fillIds } from '@/lib/course-package/ids/fill-ids';
import { newCode } from '@/lib/kernel/random';
import { oneFolder, readArguments } from './arguments';
import type { Command } from './command';
import { openFolder } from './open-folder';

export const courseIds: Command = {
  name: 'course ids',
  usage: '<folder>',
  about: 'Writes a fresh id wherever one is missing, and changes nothing else.',
  run: async (given) => {
    const folder = oneFolder(readArguments(given, []).words);
    const filled = fillIds(openFolder(folder), () => newCode().replace('-', '').slice(0, 5));
    for (const { file, text, ids } of filled) {
      const at = path.join(folder, file);
      const isCrLf = readFileSync(at, 'utf8').includes('\r\n');
      writeFileSync(at, isCrLf ? text.replaceAll('\n', '\r\n') : text);
      for (const { id, line } of ids) console.log(`${file}:${line} · ${id}`);
      if (ids.some(({ id }) => id.startsWith('l-'))) console.log('  Put the lesson into a part in course.yaml.');
    }
    if (filled.length === 0) console.log(`${folder}: no id was missing.`);
    return 0;
  },
};
