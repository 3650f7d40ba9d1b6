// Jamo, kana, Han and Hangul, with the halfwidth forms.
const EAST_ASIAN = /[\u1100-\u11ff\u3040-\u31ff\u3400-\u9fff\uac00-\ud7ff\uff65-\uffdc]/;

/**
 * Korean and Japanese names in our own fonts, for machines that have none. Their style sheets list some 250 files by what
 * is in each, so they are asked for only where the page holds such a character; then the browser takes the few files it needs.
 */
export function loadNameFonts(): void {
  if (EAST_ASIAN.test(document.body.textContent ?? '')) import('./east-asian');
}
