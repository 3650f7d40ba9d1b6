import type { ClientBase } from 'pg';
import { hashPassword } from '@/lib/people/passwords';
import { idOf } from './chance';
import { insertRows, type Row } from './rows';
import { COURSE, emailOf, PASSWORD, SHAPE } from './shape';

export interface Member {
  readonly personId: string;
  readonly enrolmentId: string;
}

export interface People {
  readonly courseId: string;
  readonly students: readonly Member[];
  readonly instructor: Member;
}

const FIRST = ['Amara', 'Jun', 'Mina', 'Tomás', 'Leila', 'Haruto', 'Sofia', 'Kwame', 'Noor', 'Elena'];
const LAST = ['Okafor', 'Park', 'Silva', 'Tanaka', 'Rahman', 'Novak', 'Mensah', 'Kim', 'Costa', 'Haddad'];

/** An instructor and the students; the first of them with one password, whose hash is made once. */
export async function layPeople(client: ClientBase, courseId: string, since: Date): Promise<People> {
  const member = (name: string | number): Member => ({
    personId: idOf('person', name),
    enrolmentId: idOf('enrolment', name),
  });
  const students = Array.from({ length: SHAPE.students }, (_, n) => member(n));
  const instructor = member('instructor');
  const person = (id: string, email: string, name: string): Row => ({
    id,
    email,
    display_name: name,
    time_zone: 'UTC',
    time_factor: 1,
    session_version: 1,
    is_admin: false,
    created_at: since,
  });
  await insertRows(client, 'person', [
    person(instructor.personId, 'instructor@bench.test', 'Ines Instructor'),
    ...students.map(({ personId }, n) =>
      person(personId, emailOf(n), `${FIRST[n % 10]} ${LAST[Math.floor(n / 10) % 10]} ${Math.floor(n / 100) + 1}`),
    ),
  ]);
  const secret = await hashPassword(PASSWORD);
  await insertRows(
    client,
    'account',
    students.slice(0, SHAPE.withPassword).map(({ personId }, n) => ({
      id: idOf('account', n),
      person_id: personId,
      provider: 'password',
      provider_id: emailOf(n),
      secret,
      created_at: since,
      updated_at: since,
    })),
  );
  const enrolment = ({ personId, enrolmentId }: Member, role: string): Row => ({
    id: enrolmentId,
    course_id: courseId,
    person_id: personId,
    role,
    created_at: since,
    last_active_at: since,
  });
  await insertRows(client, 'enrolment', [
    enrolment(instructor, 'instructor'),
    ...students.map((student) => enrolment(student, 'student')),
  ]);
  return { courseId, students, instructor };
}

/** The course itself, with a reference (glossary, cast, record) as large as a real one. */
export async function layCourse(client: ClientBase, reference: unknown, since: Date): Promise<string> {
  const id = idOf('course');
  await insertRows(client, 'course', [
    {
      id,
      key: 'c-bench',
      slug: COURSE.slug,
      title: COURSE.title,
      subtitle: 'As large as a school year',
      language: 'en',
      description_html: '<p>Made by the bench.</p>',
      reference,
      join_code: 'benc-hbnc',
      join_open: true,
      created_at: since,
      synced_at: since,
    },
  ]);
  return id;
}
