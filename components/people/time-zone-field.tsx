'use client';

import { useEffect, useState } from 'react';
import { Field, Select } from '@/components/ui/field';

interface TimeZoneFieldProps {
  /** The zone kept so far; null takes this browser's own. */
  readonly zone: string | null;
  readonly error: string | undefined;
}

/** The zones this browser knows, its own chosen where none is kept yet. Without JavaScript: the one kept, or UTC. */
export function TimeZoneField({ zone, error }: TimeZoneFieldProps) {
  const [here, setHere] = useState<{ own: string; known: readonly string[] }>({ own: 'UTC', known: [] });
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    setHere({ own, known: Intl.supportedValuesOf('timeZone') });
  }, []);
  const chosen = zone ?? here.own;
  return (
    <Field label="Time zone" hint="Every date and deadline is shown in it." error={error}>
      {(ids) => (
        <Select {...ids} name="timeZone" defaultValue={chosen}>
          {[...new Set(['UTC', ...here.known, chosen])].map((each) => (
            <option key={each} value={each}>
              {each.replaceAll('_', ' ')}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
