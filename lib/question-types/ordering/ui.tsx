'use client';

import type { QuestionView } from '../define-ui';
import { Ask } from './ask';
import type { ordering } from './index';

/** Entries to put in order. Keys belong to the rows: no letter means a move. */
export const orderingView: QuestionView<typeof ordering> = { Ask };
