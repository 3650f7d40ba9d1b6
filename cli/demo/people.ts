/** How far somebody goes through the course: lessons read and checked, and whether the final was taken. */
export interface Pace {
  readonly lessons: number;
  readonly final: boolean;
  /** Days after the course began on which they begin. */
  readonly startsOnDay: number;
  /** Leaves the last check begun and not submitted. */
  readonly leavesOpen?: boolean;
}

export interface DemoStudent extends Pace {
  readonly name: string;
}

const NAMES = [
  'Amara Okafor',
  'Anna Lindqvist',
  'Arjun Mehta',
  'Beatriz Carvalho',
  'Benedikt Hofmann',
  'Camille Laurent',
  'Cho Eun-ji',
  'Daniel Osei',
  'Dilnoza Karimova',
  'Elif Demir',
  'Emeka Nwosu',
  'Fatima Zahra Benali',
  'Gabriela Núñez',
  'Han Seo-yeon',
  'Hanna Kowalczyk',
  'Haruka Fujimoto',
  'Ibrahim Sesay',
  'Ingrid Halvorsen',
  'Jang Min-ho',
  'João Pedro Teixeira',
  'Kaito Nakagawa',
  'Kwon Da-hye',
  'Leila Haddad',
  'Lucas Brandão',
  'Mai Thị Hạnh',
  'Marek Dvořák',
  'Mei-Ling Tan',
  'Nadia Petrova',
  'Noor van der Berg',
  'Oluwaseun Adeyemi',
  'Park Jun-seo',
  'Priya Raghunathan',
  'Ravi Subramanian',
  'Rosa Giménez',
  'Sakura Ishikawa',
  'Samuel Whitcombe',
  'Siobhán Ní Dhomhnaill',
  'Tomás Ferreira',
  'Yoon Ji-won',
  'Zofia Wiśniewska',
] as const;

// Two joined and did nothing, some stopped on the way, most are through: a class as it is a few days before its end.
const STOPPED: Readonly<Record<number, Pace>> = {
  4: { lessons: 0, final: false, startsOnDay: 2 },
  29: { lessons: 0, final: false, startsOnDay: 9 },
  11: { lessons: 2, final: false, startsOnDay: 3 },
  23: { lessons: 3, final: false, startsOnDay: 1, leavesOpen: true },
  36: { lessons: 4, final: false, startsOnDay: 6 },
  8: { lessons: 6, final: false, startsOnDay: 4, leavesOpen: true },
  17: { lessons: 7, final: false, startsOnDay: 5 },
  31: { lessons: 8, final: false, startsOnDay: 4, leavesOpen: true },
  2: { lessons: 9, final: false, startsOnDay: 3, leavesOpen: true },
  26: { lessons: 9, final: false, startsOnDay: 2, leavesOpen: true },
  13: { lessons: 10, final: false, startsOnDay: 1 },
  38: { lessons: 10, final: false, startsOnDay: 2 },
};

/** The class of the demo, in alphabetical order of first names. Forty people who do not exist. */
export const STUDENTS: readonly DemoStudent[] = NAMES.map((name, i) => ({
  name,
  ...(STOPPED[i] ?? { lessons: 10, final: true, startsOnDay: i % 5 }),
}));
