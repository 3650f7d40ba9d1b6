/** Keeps the process going, as a server must: an error that nobody caught is told and is no end. */
export function outliveErrors() {
  process.on('uncaughtException', (error) => console.error(error));
  process.on('unhandledRejection', (error) => console.error(error));
  // Whoever read what is written here is gone (a closed pipe, a terminal): there is nobody to tell, and to tell that would be an
  // error again, for ever.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
