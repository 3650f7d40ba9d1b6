import type { ElementType } from 'react';

interface StoredHtmlProps {
  /** HTML that was sanitised when it was stored (lesson bodies, posts, stems, feedback), or that `markup` wrote. Nothing else may come here. */
  readonly html: string;
  readonly className?: string | undefined;
  readonly id?: string | undefined;
  readonly as?: ElementType;
  readonly 'data-slot'?: number | undefined;
}

/** The one place where stored HTML meets the page (asserted by lib/testing/floors.test.ts). */
export function StoredHtml({ html, as: Tag = 'div', ...rest }: StoredHtmlProps) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when stored; this is the only use
  return <Tag {...rest} dangerouslySetInnerHTML={{ __html: html }} />;
}
