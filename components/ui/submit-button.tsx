'use client';

import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from './button';

/** The button that sends its form. While the form is on its way it says so and cannot send it twice. */
export function SubmitButton({ children, ...rest }: ComponentProps<typeof Button>) {
  const { pending } = useFormStatus();
  return (
    <Button variant="primary" type="submit" {...rest} pending={pending || rest.pending === true}>
      {children}
    </Button>
  );
}
