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
  const [zones, setZones] = useState<readonly string[]>([zone ?? 'UTC']);
  const [chosen, choose] = useState(zone ?? 'UTC');
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    setZones([...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), zone ?? own])]);
    if (zone === null) choose(own);
  }, [zone]);
  return (
    <Field label="Time zone" hint="Every date and deadline is shown in it." error={error}>
      {(ids) => (
        <Select {...ids} name="timeZone" value={chosen} onChange={(event) => choose(event.target.value)}>
          {zones.map((each) => (
            <option key={each} value={each}>
              {each.replaceAll('_', ' ')}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
