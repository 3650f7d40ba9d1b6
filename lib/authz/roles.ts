/** Roles of an enrolment. "admin" is not one: it is a person's place on the site, and gives nothing inside a course. */
export const ROLES = ['student', 'assistant', 'instructor'] as const;
export type Role = (typeof ROLES)[number];
export const STAFF = ['assistant', 'instructor'] as const;
export const EVERYBODY = ROLES;

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);
