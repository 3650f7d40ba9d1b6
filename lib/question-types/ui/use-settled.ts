import { useEffect, useState } from 'react';

/** Whether a value has stood unchanged for a while: a half-typed word is not commented on. */
export function useSettled(value: string, milliseconds = 700): boolean {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled === value;
}
