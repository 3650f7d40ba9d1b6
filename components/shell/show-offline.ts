/** Says on the page that the browser is offline, while it is. The words are put in, so that they are heard. */
export function showOffline(): void {
  const region = document.querySelector('[data-offline-notice]');
  const words = region?.querySelector('p');
  if (navigator.onLine) words?.remove();
  else if (region && !words) region.append(region.querySelector('template')?.content.cloneNode(true) ?? '');
}
