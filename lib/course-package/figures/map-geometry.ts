import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type GeoPermissibleObjects, geoCircle, geoConicEqualArea, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export interface MapPlace {
  readonly lon: number;
  readonly lat: number;
  /** Of an area, in kilometres. */
  readonly radius?: number;
}

export interface MapDrawing {
  readonly width: number;
  readonly height: number;
  /** SVG path data of the land, with the lines between states. */
  readonly land: string;
  /** Of each place that is an area: its outline. */
  readonly areas: readonly (string | null)[];
  /** Of each place, in percent of width and height. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** In percent, or null where it lies outside. */
  readonly locate: (lon: number, lat: number) => { readonly x: number; readonly y: number } | null;
}

const WIDTH = 640;
const KM_PER_DEGREE = 111.2;
let countries: GeoPermissibleObjects | undefined;

// At 1:50m the contested islets are not drawn; at 1:10m the data takes sides (docs/decisions/0007).
function land(): GeoPermissibleObjects {
  if (countries) return countries;
  // By its path: in the built site a bundler would turn `resolve` into a number of its own. Every process runs at the root.
  const file = path.join(process.cwd(), 'node_modules', 'world-atlas', 'countries-50m.json');
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ countries: GeometryCollection }>;
  countries = feature(atlas, atlas.objects.countries);
  return countries;
}

/** Draws the land around these places, in an equal-area projection centred on them. */
export function drawMap(places: readonly MapPlace[]): MapDrawing {
  const reach = places.map(({ lon, lat, radius = 0 }) => ({ lon, lat, by: radius / KM_PER_DEGREE }));
  const west = Math.min(...reach.map(({ lon, by }) => lon - by));
  const east = Math.max(...reach.map(({ lon, by }) => lon + by));
  const south = Math.min(...reach.map(({ lat, by }) => lat - by));
  const north = Math.max(...reach.map(({ lat, by }) => lat + by));
  // Air around, and never so near that no coast is in sight.
  const padX = Math.max((east - west) * 0.18, 2.5, (10 - (east - west)) / 2);
  const padY = Math.max((north - south) * 0.2, 2, (8 - (north - south)) / 2);
  const [w, e, s, n] = [west - padX, east + padX, south - padY, north + padY];
  const middle = (s + n) / 2;
  const shape = ((n - s) / ((e - w) * Math.cos((middle * Math.PI) / 180))) * WIDTH;
  const height = Math.round(Math.min(WIDTH, Math.max(WIDTH * 0.6, shape)));
  const projection = geoConicEqualArea()
    .parallels([middle - (n - s) / 3, middle + (n - s) / 3])
    .rotate([-(w + e) / 2, 0]);
  const corners = [w, (w + e) / 2, e].flatMap((lon) => [s, middle, n].map((lat) => [lon, lat]));
  projection.fitExtent(
    [
      [0, 0],
      [WIDTH, height],
    ],
    { type: 'MultiPoint', coordinates: corners },
  );
  projection.clipExtent([
    [-2, -2],
    [WIDTH + 2, height + 2],
  ]);
  const path = geoPath(projection).digits(1);
  const locate = (lon: number, lat: number) => {
    const [x, y] = projection([lon, lat]) ?? [-1, -1];
    return x < 0 || y < 0 || x > WIDTH || y > height ? null : { x: (100 * x) / WIDTH, y: (100 * y) / height };
  };
  return {
    width: WIDTH,
    height,
    land: path(land()) ?? '',
    areas: places.map(({ lon, lat, radius }) =>
      radius === undefined
        ? null
        : path(
            geoCircle()
              .center([lon, lat])
              .radius(radius / KM_PER_DEGREE)(),
          ),
    ),
    points: places.map(({ lon, lat }) => locate(lon, lat) ?? { x: 50, y: 50 }),
    locate,
  };
}
