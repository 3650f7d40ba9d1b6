import { Notice } from '@/components/ui/notice';

/** To staff who see the course as a student does, where they write: posts are the one thing that no preview takes back. */
export function RealPostNote() {
  return (
    <Notice tone="info" className="mb-4">
      <p>A post is no part of the preview: everybody in the course can read it, under your own name and role.</p>
    </Notice>
  );
}
