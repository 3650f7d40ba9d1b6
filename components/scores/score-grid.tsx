import Link from 'next/link';
import { LongHtml } from '@/components/ui/long-html';
import { pointsText } from '@/lib/gradebook/rules';
import type { ClassTable, ClassView } from '@/lib/gradebook/schema';
import { classRowsHtml } from './class-rows-html';
import { GridKeys } from './grid-keys';

interface ScoreGridProps {
  readonly course: string;
  readonly table: ClassTable;
  readonly view: ClassView;
}

/** Students × quizzes. Heads are links that sort, so that the table works without JavaScript and every view has an address. */
export function ScoreGrid({ course, table, view }: ScoreGridProps) {
  return (
    <>
      <div className="score-scroll" tabIndex={-1}>
        <GridKeys label={`Scores of ${table.rows.length} students`}>
          <thead>
            <tr aria-rowindex={1}>
              <Head course={course} view={view} sort="name" label="Student" />
              {table.columns.map((column) => (
                <Head
                  key={column.columnId}
                  course={course}
                  view={view}
                  sort={column.slug}
                  label={column.label}
                  title={column.title}
                  points={`of ${pointsText(column.maxPoints)}`}
                  summary={`/courses/${course}/teach/quizzes/${column.slug}/summary`}
                />
              ))}
              <Head course={course} view={view} sort="total" label="Total" />
            </tr>
          </thead>
          <LongHtml as="tbody" html={() => classRowsHtml(course, table.rows)} />
        </GridKeys>
      </div>
      <details className="no-print mt-4 mb-16 text-ink-2 text-ui-s">
        <summary className="w-fit py-1">Keys</summary>
        <p className="mt-1 max-w-read">
          In the table: arrows, <kbd>Home</kbd>, <kbd>End</kbd>, <kbd>Page Up</kbd> and <kbd>Page Down</kbd> go from
          cell to cell, with <kbd>Ctrl</kbd> to its corners. <kbd>Enter</kbd> opens what a cell leads to; in a head with
          two links it goes to the first, and <kbd>Esc</kbd> comes back.
        </p>
      </details>
    </>
  );
}

interface HeadProps {
  readonly course: string;
  readonly view: ClassView;
  readonly sort: string;
  readonly label: string;
  /** The quiz's whole title, where the label is short for it. */
  readonly title?: string;
  readonly points?: string;
  readonly summary?: string;
}

function Head({ course, view, sort, label, title = label, points, summary }: HeadProps) {
  const sorted = view.sort === sort;
  const dir = sorted && view.dir === 'up' ? 'down' : 'up';
  return (
    <th scope="col" tabIndex={-1} aria-sort={sorted ? (view.dir === 'up' ? 'ascending' : 'descending') : 'none'}>
      <Link
        href={`/courses/${course}/teach/scores${viewQuery({ ...view, sort, dir })}`}
        tabIndex={-1}
        scroll={false}
        title={title === label ? undefined : title}
      >
        {label}
        {title === label ? null : <span className="sr-only">, {title}</span>}
        <span aria-hidden="true">{sorted ? (view.dir === 'up' ? ' ↑' : ' ↓') : ''}</span>
      </Link>
      {points && <span className="of">{points}</span>}
      {summary && (
        <Link href={summary} tabIndex={-1} className="of">
          Summary<span className="sr-only"> of {title}</span>
        </Link>
      )}
    </th>
  );
}

/** The view as an address's query, without what is at its default. */
export function viewQuery(view: ClassView): string {
  const params = new URLSearchParams();
  if (view.q) params.set('q', view.q);
  if (view.state !== 'any') params.set('state', view.state);
  if (view.quiz) params.set('quiz', view.quiz);
  if (view.sort !== 'name') params.set('sort', view.sort);
  if (view.dir !== 'up') params.set('dir', view.dir);
  const query = params.toString();
  return query ? `?${query}` : '';
}
