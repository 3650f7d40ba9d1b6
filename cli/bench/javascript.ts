import { gzipSync } from 'node:zlib';

/** KB (gzip, level 6) of all scripts that a page loads at first: those it names as scripts or asks for ahead. */
export async function javascriptKb(url: string, path: string, cookie: string): Promise<number> {
  const page = await fetch(url + path, { headers: { cookie } });
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
  const html = await page.text();
  const scripts = new Set(
    [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="(\/_next\/[^"]+?\.js[^"]*)"[^>]*>/g)]
      // What old browsers alone would load.
      .filter(([tag]) => !/\bnomodule\b/i.test(tag))
      .map(([, src]) => src ?? ''),
  );
  const sizes = await Promise.all(
    [...scripts].map(async (src) => {
      const script = await fetch(url + src.replaceAll('&amp;', '&'));
      return gzipSync(Buffer.from(await script.arrayBuffer()), { level: 6 }).length;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}
