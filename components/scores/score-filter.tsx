import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { CELL_STATES, type ClassTable, type ClassView, STATE_WORDS } from '@/lib/gradebook/schema';

interface ScoreFilterProps {
  readonly course: string;
  readonly table: ClassTable;
  readonly view: ClassView;
}

/** A plain GET form: the filter is in the address, can be shared, and needs no JavaScript. */
export function ScoreFilter({ course, table, view }: ScoreFilterProps) {
  const filtered = view.q !== '' || view.state !== 'any';
  return (
    <search aria-label="Filter students">
      <form method="get" className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
        <Field label="Name" className="max-sm:col-span-2">
          {(ids) => <Input {...ids} name="q" type="search" defaultValue={view.q} maxLength={100} />}
        </Field>
        <Field label="State" className="min-w-40">
          {(ids) => (
            <Select {...ids} name="state" defaultValue={view.state}>
              <option value="any">Any</option>
              {CELL_STATES.map((state) => (
                <option key={state} value={state}>
                  {STATE_WORDS[state]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Quiz" className="min-w-0">
          {(ids) => (
            <Select {...ids} name="quiz" defaultValue={view.quiz}>
              <option value="">Any quiz</option>
              {table.columns.map((column) => (
                <option key={column.slug} value={column.slug}>
                  {column.title}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {view.sort !== 'name' && <input type="hidden" name="sort" value={view.sort} />}
        {view.dir !== 'up' && <input type="hidden" name="dir" value={view.dir} />}
        <Button type="submit" variant="secondary">
          Filter
        </Button>
        {filtered && (
          <Link href={`/courses/${course}/teach/scores`} className="text-ui text-link underline py-2.5">
            Show all {table.students}
          </Link>
        )}
      </form>
    </search>
  );
}
