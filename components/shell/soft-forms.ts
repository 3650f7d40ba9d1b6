interface Router {
  refresh(): void;
}

const NO_ANSWER = 'The server could not be reached, so nothing was changed. Try again when you are online.';

/**
 * Sends a plain form of a static part (`<form data-soft>`) without loading the page anew: what it changed is asked for, and what
 * was refused is said in the form's own alert. Pressed twice, it is sent once.
 */
export async function sendSoftly(form: HTMLFormElement, router: Router): Promise<void> {
  const button = form.querySelector('button');
  const alert = form.querySelector('[role=alert]');
  if (!button || !alert || button.ariaDisabled === 'true') return;
  button.ariaDisabled = 'true';
  alert.textContent = '';
  const refused = await answerOf(form);
  button.ariaDisabled = null;
  if (refused === null) router.refresh();
  else alert.textContent = refused;
}

/** Why a form was refused, in words; null where it was done. */
async function answerOf(form: HTMLFormElement): Promise<string | null> {
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: String(new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))),
    });
    if (response.ok) return null;
    const { message } = (await response.json()) as { message?: unknown };
    return typeof message === 'string' ? message : NO_ANSWER;
  } catch {
    return NO_ANSWER;
  }
}
