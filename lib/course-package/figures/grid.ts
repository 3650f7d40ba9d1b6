/** A cell of a table: its HTML, and a class that says what is special about it. */
export interface Cell {
  readonly html: string;
  readonly className?: string;
}

/**
 * A table that becomes a card a row where it is narrow: there each cell carries its column's heading. The roles are written out,
 * because a browser takes them from a table that is not laid out as one.
 */
export function renderGrid(heads: readonly Cell[], rows: readonly (readonly Cell[])[]): string {
  const head = heads.map(
    ({ html, className }) =>
      `<th role="columnheader" scope="col"${classOf(className)}>${html || '<span class="figure-text">Row</span>'}</th>`,
  );
  const body = rows.map((row) => {
    const cells = row.map(({ html, className }, i) => {
      if (i === 0) return `<th role="rowheader" scope="row"${classOf(className)}>${html}</th>`;
      const label = `<span class="grid-label" aria-hidden="true">${heads[i]?.html ?? ''}</span>`;
      return `<td role="cell"${classOf(className)}>${label}<span>${html}</span></td>`;
    });
    return `<tr role="row">${cells.join('')}</tr>`;
  });
  return (
    `<table class="figure-grid" role="table" style="--columns:${heads.length}"><thead role="rowgroup"><tr role="row">${head.join('')}</tr></thead>` +
    `<tbody role="rowgroup">${body.join('')}</tbody></table>`
  );
}

const classOf = (name: string | undefined): string => (name ? ` class="${name}"` : '');
