/** Words as Postgres can keep them: no NUL, whole characters, one kind of line end. Safe in the browser. */
export const keptText = (text: string): string =>
  text
    .replaceAll('\0', '')
    .replaceAll('\r\n', '\n')
    .replace(/[\ud800-\udfff]/gu, '\ufffd');
