'use client';

import { useEffect } from 'react';
import { showCards } from './card-popovers';
import { followContents } from './follow-contents';

/** What makes a lesson's stored HTML livelier where there is JavaScript: cards beside words, and the place in the contents. */
export function LessonIsland() {
  useEffect(() => {
    const stops = [showCards(), followContents()];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return null;
}
