import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { FrameScripts } from '@/components/shell/frame-scripts';
import { SkipLink } from '@/components/shell/skip-link';
import { readTheme } from '@/lib/doors/theme';
import { sans, sansExtended, serif, serifExtended, serifItalic } from './fonts';
import './globals.css';

export const metadata: Metadata = {
  description: 'Lessons to read, quizzes that explain themselves, and a class to talk with.',
};

/** The colour of the browser's own frame follows the theme. */
export async function generateViewport(): Promise<Viewport> {
  const theme = await readTheme();
  const [light, dark] = ['#fbfaf7', '#15171a'];
  if (theme !== 'system') return { themeColor: theme === 'dark' ? dark : light };
  return {
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: light },
      { media: '(prefers-color-scheme: dark)', color: dark },
    ],
  };
}

// Naming all five keeps their @font-face rules; only the two upright latin files are preloaded.
const FONTS = [serif.variable, sans.variable, serifItalic, serifExtended, sansExtended].filter(
  (font): font is string => typeof font === 'string',
);

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await readTheme();
  return (
    <html lang="en" className={FONTS.join(' ')} {...(theme !== 'system' && { 'data-theme': theme })}>
      <body>
        <SkipLink />
        {children}
        <FrameScripts />
      </body>
    </html>
  );
}
