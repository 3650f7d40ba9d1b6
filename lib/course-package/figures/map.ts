import { contentHash } from '@/lib/kernel/hash';
import { escapeHtml } from '@/lib/passages/escape-html';
import { withQuotesSet } from '@/lib/passages/set-quotes';
import type { FigureOf } from '../read/figure';
import { citeHtml, type Scope } from '../render/scope';
import { short } from './frame';
import { drawMap } from './map-geometry';

/** Waters that go by more than one name, with all of them, in alphabetical order. */
const WATERS = [{ names: ['East Sea', 'Sea of Japan'], lon: 134.6, lat: 40.4 }];

const LEGEND = 'Coasts: Natural Earth, 1:50m. Lines and names are for teaching and imply no position.';

/** Land, numbered places and areas, and the places as a list with their coordinates in words. The drawing is for the eye alone. */
export function renderMap({ title, places }: FigureOf<'map'>, { inline }: Scope): string {
  const { width, height, land, areas, points, locate } = drawMap(places);
  const hatch = `hatch-${contentHash(title).slice(0, 8)}`;
  const outlines = areas.flatMap((area) =>
    area ? [`<path class="map-outline" d="${area}" fill="url(#${hatch})"/>`] : [],
  );
  const waters = WATERS.flatMap(({ names, lon, lat }) => {
    const at = locate(lon, lat);
    return at
      ? [`<span class="map-water" style="--x:${short(at.x)}%;--y:${short(at.y)}%">${names.join('<br>/ ')}</span>`]
      : [];
  });
  const marks = places.map(({ place, name }, i) => {
    const { x, y } = points[i] ?? { x: 50, y: 50 };
    const side = x > 72 ? ' is-end' : '';
    return (
      `<span class="map-mark map-${place}${side}" style="--x:${short(x)}%;--y:${short(y)}%">` +
      `<span class="map-n">${i + 1}</span><span class="map-name">${escapeHtml(withQuotesSet(name))}</span></span>`
    );
  });
  const list = places.map(
    ({ name, lon, lat, radius, text, cite }, i) =>
      `<li class="map-place"><span class="figure-n" aria-hidden="true">${i + 1}</span><div><p><strong>${escapeHtml(withQuotesSet(name))}</strong> ` +
      `<span class="map-where">${coordinates(lon, lat)}${radius === undefined ? '' : `, within ${radius} km`}</span></p>` +
      `<p>${inline(text)}${citeHtml(cite)}</p></div></li>`,
  );
  return (
    `<div class="map" aria-hidden="true" style="--ratio:${width}/${height}">` +
    `<svg viewBox="0 0 ${width} ${height}" focusable="false"><defs><pattern id="${hatch}" width="8" height="8" patternUnits="userSpaceOnUse" ` +
    `patternTransform="rotate(45)"><path class="map-hatch" d="M0 0V8"/></pattern></defs>` +
    `<path class="map-land" d="${land}"/>${outlines.join('')}</svg>${waters.join('')}${marks.join('')}</div>` +
    `<p class="figure-note">${LEGEND}</p><ol class="map-places">${list.join('')}</ol>`
  );
}

const coordinates = (lon: number, lat: number): string =>
  `${degrees(lat)}° ${lat < 0 ? 'S' : 'N'}, ${degrees(lon)}° ${lon < 0 ? 'W' : 'E'}`;
const degrees = (n: number): string => Math.abs(n).toFixed(1);
