// Next runs this in the browser before anything of a page. zod makes functions of text where it may, and finds out by trying;
// our policy says no, and the browser would report the try as an attack.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
