import { buttonLook } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';

/** A code to join a course with, one that was typed before to be mended; leads to the page that says which course it is. Works without JavaScript. */
export function JoinForm({ code }: { readonly code?: string }) {
  return (
    <form action="/join" className="flex flex-wrap items-end gap-3">
      <Field label="Join code" className="w-52">
        {(ids) => (
          <Input
            {...ids}
            name="code"
            defaultValue={code}
            required
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={300}
          />
        )}
      </Field>
      <button type="submit" className={buttonLook('primary')}>
        Continue
      </button>
    </form>
  );
}
