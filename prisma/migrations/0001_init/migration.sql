-- The one clock. Deadlines, saves and ctx.now read it; only the seed and the tests move it (SET LOCAL lectern.now).
-- now() is the start of the transaction on purpose: time spent waiting for a lock is not charged to a student.
CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('lectern.now', true), '')::timestamptz, now()) $$;

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "time_factor" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "is_admin" BOOLEAN NOT NULL DEFAULT false,
    "suspended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_sign_in_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "secret" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "token" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "person_id" UUID,
    "course_id" UUID,
    "role" TEXT,
    "email" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "throttle" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "course" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "subtitle" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'en',
    "description_html" TEXT NOT NULL DEFAULT '',
    "source" JSONB,
    "reference" JSONB NOT NULL DEFAULT '{}',
    "join_code" TEXT NOT NULL,
    "join_open" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "synced_at" TIMESTAMPTZ(3),

    CONSTRAINT "course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "part" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "part_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_group" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "course_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "person_id" UUID,
    "role" TEXT NOT NULL,
    "group_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "last_active_at" TIMESTAMPTZ(3),

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "part_id" UUID,
    "key" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),
    "current_version_id" UUID,

    CONSTRAINT "lesson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson_version" (
    "id" UUID NOT NULL,
    "lesson_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "standfirst" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "beyond" BOOLEAN NOT NULL DEFAULT false,
    "html" TEXT NOT NULL,
    "frame" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lesson_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passage" (
    "id" UUID NOT NULL,
    "lesson_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "passage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passage_version" (
    "lesson_version_id" UUID NOT NULL,
    "passage_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "origin" JSONB NOT NULL,

    CONSTRAINT "passage_version_pkey" PRIMARY KEY ("lesson_version_id","passage_id")
);

-- CreateTable
CREATE TABLE "anchor" (
    "id" UUID NOT NULL,
    "lesson_id" UUID NOT NULL,
    "passage_id" UUID NOT NULL,
    "made_for_id" UUID NOT NULL,
    "quote" TEXT NOT NULL DEFAULT '',
    "prefix" TEXT NOT NULL DEFAULT '',
    "suffix" TEXT NOT NULL DEFAULT '',
    "start_offset" INTEGER NOT NULL DEFAULT 0,
    "end_offset" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "anchor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "anchor_resolution" (
    "anchor_id" UUID NOT NULL,
    "lesson_version_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "passage_id" UUID,
    "start_offset" INTEGER NOT NULL DEFAULT 0,
    "end_offset" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "anchor_resolution_pkey" PRIMARY KEY ("anchor_id","lesson_version_id")
);

-- CreateTable
CREATE TABLE "progress" (
    "enrolment_id" UUID NOT NULL,
    "passage_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "progress_pkey" PRIMARY KEY ("enrolment_id","passage_id")
);

-- CreateTable
CREATE TABLE "question_bank" (
    "id" UUID NOT NULL,
    "course_id" UUID,
    "title" TEXT NOT NULL,

    CONSTRAINT "question_bank_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "bank_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),
    "current_version_id" UUID,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_version" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "stem_html" TEXT NOT NULL,
    "stem_text" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "explanation_html" TEXT NOT NULL,
    "objective" TEXT,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "question_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citation" (
    "question_version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "anchor_id" UUID NOT NULL,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("question_version_id","position")
);

-- CreateTable
CREATE TABLE "quiz" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "lesson_id" UUID,
    "key" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "text_rules" JSONB NOT NULL DEFAULT '{}',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "current_version_id" UUID,

    CONSTRAINT "quiz_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quiz_version" (
    "id" UUID NOT NULL,
    "quiz_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "intro_html" TEXT NOT NULL DEFAULT '',
    "attempts_allowed" INTEGER,
    "counts" TEXT NOT NULL,
    "time_limit_seconds" INTEGER,
    "shuffle" BOOLEAN NOT NULL,
    "show_score" TEXT NOT NULL,
    "show_key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quiz_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item" (
    "id" UUID NOT NULL,
    "quiz_version_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "points" INTEGER NOT NULL,

    CONSTRAINT "item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quiz_exception" (
    "id" UUID NOT NULL,
    "quiz_id" UUID NOT NULL,
    "enrolment_id" UUID,
    "group_id" UUID,
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "extra_seconds" INTEGER NOT NULL DEFAULT 0,
    "factor" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "extra_attempts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quiz_exception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "quiz_id" UUID NOT NULL,
    "quiz_version_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "deadline_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,
    "grading_needed" BOOLEAN NOT NULL DEFAULT false,
    "receipt" TEXT,
    "points" INTEGER,
    "max_points" INTEGER NOT NULL,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt_item" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "item_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "question_version_id" UUID NOT NULL,
    "points" INTEGER NOT NULL,

    CONSTRAINT "attempt_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "response_event" (
    "attempt_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "attempt_item_id" UUID NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'response',
    "client_id" UUID NOT NULL,
    "client_seq" INTEGER NOT NULL,
    "base_seq" BIGINT NOT NULL DEFAULT 0,
    "payload" JSONB,
    "payload_hash" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "response_event_pkey" PRIMARY KEY ("attempt_id","id")
);

-- CreateTable
CREATE TABLE "score_event" (
    "attempt_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "attempt_item_id" UUID NOT NULL,
    "question_version_id" UUID NOT NULL,
    "scorer_version" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "fraction" DOUBLE PRECISION,
    "points" INTEGER,
    "max_points" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "run_id" UUID,
    "by_enrolment_id" UUID,
    "reason" TEXT,
    "response_event_id" BIGINT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "score_event_pkey" PRIMARY KEY ("attempt_id","id")
);

-- CreateTable
CREATE TABLE "score_run" (
    "id" UUID NOT NULL,
    "quiz_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_enrolment_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "score_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grade_column" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "quiz_id" UUID,
    "title" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "external_reference" TEXT,

    CONSTRAINT "grade_column_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grade" (
    "column_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "points" INTEGER,
    "max_points" INTEGER NOT NULL,
    "overridden" BOOLEAN NOT NULL DEFAULT false,
    "attempt_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "grade_pkey" PRIMARY KEY ("column_id","enrolment_id")
);

-- CreateTable
CREATE TABLE "grade_event" (
    "column_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "points" INTEGER,
    "max_points" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "attempt_id" UUID,
    "by_enrolment_id" UUID,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "grade_event_pkey" PRIMARY KEY ("column_id","id")
);

-- CreateTable
CREATE TABLE "grade_override" (
    "id" UUID NOT NULL,
    "column_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "points" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "by_enrolment_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "grade_override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "lesson_id" UUID,
    "anchor_id" UUID,
    "group_id" UUID,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "enrolment_id" UUID,
    "accepted_post_id" UUID,
    "pinned_at" TIMESTAMPTZ(3),
    "locked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_post_at" TIMESTAMPTZ(3) NOT NULL,
    "post_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "parent_id" UUID,
    "enrolment_id" UUID,
    "markdown" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),
    "hidden_by_id" UUID,
    "hidden_reason" TEXT,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_version" (
    "post_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "markdown" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_version_pkey" PRIMARY KEY ("post_id","n")
);

-- CreateTable
CREATE TABLE "read_state" (
    "enrolment_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "read_state_pkey" PRIMARY KEY ("enrolment_id","thread_id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "thread_id" UUID,
    "post_id" UUID,
    "attempt_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "course_id" UUID,
    "act" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "account_person_id_idx" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_provider_id_key" ON "account"("provider", "provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "token_hash_key" ON "token"("hash");

-- CreateIndex
CREATE INDEX "token_person_id_idx" ON "token"("person_id");

-- CreateIndex
CREATE INDEX "token_course_id_idx" ON "token"("course_id");

-- CreateIndex
CREATE UNIQUE INDEX "course_key_key" ON "course"("key");

-- CreateIndex
CREATE UNIQUE INDEX "course_slug_key" ON "course"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "course_join_code_key" ON "course"("join_code");

-- CreateIndex
CREATE INDEX "part_course_id_position_idx" ON "part"("course_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "course_group_course_id_name_key" ON "course_group"("course_id", "name");

-- CreateIndex
CREATE INDEX "enrolment_course_id_role_idx" ON "enrolment"("course_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_person_id_course_id_key" ON "enrolment"("person_id", "course_id");

-- CreateIndex
CREATE UNIQUE INDEX "lesson_current_version_id_key" ON "lesson"("current_version_id");

-- CreateIndex
CREATE INDEX "lesson_course_id_position_idx" ON "lesson"("course_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "lesson_course_id_key_key" ON "lesson"("course_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "lesson_version_lesson_id_n_key" ON "lesson_version"("lesson_id", "n");

-- CreateIndex
CREATE UNIQUE INDEX "passage_lesson_id_key_key" ON "passage"("lesson_id", "key");

-- CreateIndex
CREATE INDEX "passage_version_passage_id_idx" ON "passage_version"("passage_id");

-- CreateIndex
CREATE UNIQUE INDEX "passage_version_lesson_version_id_position_key" ON "passage_version"("lesson_version_id", "position");

-- CreateIndex
CREATE INDEX "anchor_passage_id_idx" ON "anchor"("passage_id");

-- CreateIndex
CREATE INDEX "anchor_lesson_id_idx" ON "anchor"("lesson_id");

-- CreateIndex
CREATE INDEX "progress_enrolment_id_read_at_idx" ON "progress"("enrolment_id", "read_at");

-- CreateIndex
CREATE INDEX "question_bank_course_id_idx" ON "question_bank"("course_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_current_version_id_key" ON "question"("current_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_bank_id_key_key" ON "question"("bank_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "question_version_question_id_n_key" ON "question_version"("question_id", "n");

-- CreateIndex
CREATE INDEX "citation_anchor_id_idx" ON "citation"("anchor_id");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_current_version_id_key" ON "quiz"("current_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_course_id_key_key" ON "quiz"("course_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_course_id_slug_key" ON "quiz"("course_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_version_quiz_id_n_key" ON "quiz_version"("quiz_id", "n");

-- CreateIndex
CREATE INDEX "item_question_id_idx" ON "item"("question_id");

-- CreateIndex
CREATE UNIQUE INDEX "item_quiz_version_id_position_key" ON "item"("quiz_version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_exception_quiz_id_enrolment_id_key" ON "quiz_exception"("quiz_id", "enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_exception_quiz_id_group_id_key" ON "quiz_exception"("quiz_id", "group_id");

-- CreateIndex
CREATE INDEX "attempt_quiz_id_state_idx" ON "attempt"("quiz_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_enrolment_id_quiz_id_n_key" ON "attempt"("enrolment_id", "quiz_id", "n");

-- CreateIndex
CREATE INDEX "attempt_item_question_id_idx" ON "attempt_item"("question_id");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_item_attempt_id_position_key" ON "attempt_item"("attempt_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "response_event_attempt_id_client_id_client_seq_key" ON "response_event"("attempt_id", "client_id", "client_seq");

-- CreateIndex
CREATE UNIQUE INDEX "grade_column_quiz_id_key" ON "grade_column"("quiz_id");

-- CreateIndex
CREATE INDEX "grade_column_course_id_position_idx" ON "grade_column"("course_id", "position");

-- CreateIndex
CREATE INDEX "grade_enrolment_id_idx" ON "grade"("enrolment_id");

-- CreateIndex
CREATE INDEX "grade_event_enrolment_id_idx" ON "grade_event"("enrolment_id");

-- CreateIndex
CREATE INDEX "grade_override_column_id_enrolment_id_idx" ON "grade_override"("column_id", "enrolment_id");

-- CreateIndex
CREATE INDEX "thread_course_id_last_post_at_idx" ON "thread"("course_id", "last_post_at");

-- CreateIndex
CREATE INDEX "thread_lesson_id_idx" ON "thread"("lesson_id");

-- CreateIndex
CREATE INDEX "thread_anchor_id_idx" ON "thread"("anchor_id");

-- CreateIndex
CREATE INDEX "post_thread_id_created_at_idx" ON "post"("thread_id", "created_at");

-- CreateIndex
CREATE INDEX "post_parent_id_idx" ON "post"("parent_id");

-- CreateIndex
CREATE INDEX "post_enrolment_id_idx" ON "post"("enrolment_id");

-- CreateIndex
CREATE INDEX "read_state_thread_id_idx" ON "read_state"("thread_id");

-- CreateIndex
CREATE INDEX "notification_enrolment_id_created_at_idx" ON "notification"("enrolment_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_enrolment_id_event_key" ON "notification"("enrolment_id", "event");

-- CreateIndex
CREATE INDEX "audit_course_id_at_idx" ON "audit"("course_id", "at");

-- CreateIndex
CREATE INDEX "audit_at_idx" ON "audit"("at");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token" ADD CONSTRAINT "token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token" ADD CONSTRAINT "token_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "part" ADD CONSTRAINT "part_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_group" ADD CONSTRAINT "course_group_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "course_group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_part_id_fkey" FOREIGN KEY ("part_id") REFERENCES "part"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_current_version_id_fkey" FOREIGN KEY ("current_version_id") REFERENCES "lesson_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_version" ADD CONSTRAINT "lesson_version_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage" ADD CONSTRAINT "passage_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage_version" ADD CONSTRAINT "passage_version_lesson_version_id_fkey" FOREIGN KEY ("lesson_version_id") REFERENCES "lesson_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage_version" ADD CONSTRAINT "passage_version_passage_id_fkey" FOREIGN KEY ("passage_id") REFERENCES "passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_passage_id_fkey" FOREIGN KEY ("passage_id") REFERENCES "passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_made_for_id_fkey" FOREIGN KEY ("made_for_id") REFERENCES "lesson_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchor_resolution" ADD CONSTRAINT "anchor_resolution_anchor_id_fkey" FOREIGN KEY ("anchor_id") REFERENCES "anchor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchor_resolution" ADD CONSTRAINT "anchor_resolution_lesson_version_id_fkey" FOREIGN KEY ("lesson_version_id") REFERENCES "lesson_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchor_resolution" ADD CONSTRAINT "anchor_resolution_passage_id_fkey" FOREIGN KEY ("passage_id") REFERENCES "passage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress" ADD CONSTRAINT "progress_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress" ADD CONSTRAINT "progress_passage_id_fkey" FOREIGN KEY ("passage_id") REFERENCES "passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_bank" ADD CONSTRAINT "question_bank_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_bank_id_fkey" FOREIGN KEY ("bank_id") REFERENCES "question_bank"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_current_version_id_fkey" FOREIGN KEY ("current_version_id") REFERENCES "question_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_version" ADD CONSTRAINT "question_version_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_question_version_id_fkey" FOREIGN KEY ("question_version_id") REFERENCES "question_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_anchor_id_fkey" FOREIGN KEY ("anchor_id") REFERENCES "anchor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz" ADD CONSTRAINT "quiz_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz" ADD CONSTRAINT "quiz_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz" ADD CONSTRAINT "quiz_current_version_id_fkey" FOREIGN KEY ("current_version_id") REFERENCES "quiz_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_version" ADD CONSTRAINT "quiz_version_quiz_id_fkey" FOREIGN KEY ("quiz_id") REFERENCES "quiz"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item" ADD CONSTRAINT "item_quiz_version_id_fkey" FOREIGN KEY ("quiz_version_id") REFERENCES "quiz_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item" ADD CONSTRAINT "item_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_exception" ADD CONSTRAINT "quiz_exception_quiz_id_fkey" FOREIGN KEY ("quiz_id") REFERENCES "quiz"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_exception" ADD CONSTRAINT "quiz_exception_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_exception" ADD CONSTRAINT "quiz_exception_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "course_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_quiz_id_fkey" FOREIGN KEY ("quiz_id") REFERENCES "quiz"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_quiz_version_id_fkey" FOREIGN KEY ("quiz_version_id") REFERENCES "quiz_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_item" ADD CONSTRAINT "attempt_item_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_item" ADD CONSTRAINT "attempt_item_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_item" ADD CONSTRAINT "attempt_item_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_item" ADD CONSTRAINT "attempt_item_question_version_id_fkey" FOREIGN KEY ("question_version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_event" ADD CONSTRAINT "response_event_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_event" ADD CONSTRAINT "response_event_attempt_item_id_fkey" FOREIGN KEY ("attempt_item_id") REFERENCES "attempt_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_event" ADD CONSTRAINT "score_event_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_event" ADD CONSTRAINT "score_event_attempt_item_id_fkey" FOREIGN KEY ("attempt_item_id") REFERENCES "attempt_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_column" ADD CONSTRAINT "grade_column_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_column" ADD CONSTRAINT "grade_column_quiz_id_fkey" FOREIGN KEY ("quiz_id") REFERENCES "quiz"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_column_id_fkey" FOREIGN KEY ("column_id") REFERENCES "grade_column"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_event" ADD CONSTRAINT "grade_event_column_id_fkey" FOREIGN KEY ("column_id") REFERENCES "grade_column"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_override" ADD CONSTRAINT "grade_override_column_id_fkey" FOREIGN KEY ("column_id") REFERENCES "grade_column"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_anchor_id_fkey" FOREIGN KEY ("anchor_id") REFERENCES "anchor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "course_group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_version" ADD CONSTRAINT "post_version_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_state" ADD CONSTRAINT "read_state_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_state" ADD CONSTRAINT "read_state_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What the schema language cannot say ─────────────────────────────────────────────────────────────────────────────
-- Asserted by prisma/schema.test.ts, so that a `db push` cannot drop a guarantee unseen.

-- One open attempt per student and quiz; the loser of a race reads the winner.
CREATE UNIQUE INDEX "attempt_one_open" ON "attempt" ("enrolment_id", "quiz_id") WHERE "state" = 'open';

-- The closer looks for these, and for nothing else.
CREATE INDEX "attempt_overdue" ON "attempt" ("deadline_at") WHERE "state" = 'open' AND "deadline_at" IS NOT NULL;
CREATE INDEX "attempt_grading_needed" ON "attempt" ("id") WHERE "grading_needed";
CREATE INDEX "notification_unread" ON "notification" ("enrolment_id") WHERE "read_at" IS NULL;

ALTER TABLE "person" ADD CONSTRAINT "person_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "person" ADD CONSTRAINT "person_time_factor" CHECK ("time_factor" BETWEEN 1 AND 5);
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_role" CHECK ("role" IN ('student', 'assistant', 'instructor'));
ALTER TABLE "quiz" ADD CONSTRAINT "quiz_kind" CHECK ("kind" IN ('check', 'quiz'));
ALTER TABLE "quiz_version" ADD CONSTRAINT "quiz_version_rules" CHECK (
  "counts" IN ('best', 'last', 'first', 'average') AND "show_score" IN ('submitted', 'closed')
  AND "show_key" IN ('attempts-used', 'submitted', 'closed', 'never')
  AND ("attempts_allowed" IS NULL OR "attempts_allowed" > 0) AND ("time_limit_seconds" IS NULL OR "time_limit_seconds" > 0));
ALTER TABLE "item" ADD CONSTRAINT "item_points" CHECK ("points" >= 0);
ALTER TABLE "quiz_exception" ADD CONSTRAINT "quiz_exception_whose" CHECK (num_nonnulls("enrolment_id", "group_id") = 1);
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_state" CHECK ("state" IN ('open', 'submitted', 'graded'));
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_ended" CHECK (("state" = 'open') = ("submitted_at" IS NULL));
ALTER TABLE "response_event" ADD CONSTRAINT "response_event_kind" CHECK ("kind" IN ('response', 'flag'));
ALTER TABLE "score_event" ADD CONSTRAINT "score_event_bounds" CHECK ("points" IS NULL OR "points" BETWEEN 0 AND "max_points");
ALTER TABLE "grade" ADD CONSTRAINT "grade_bounds" CHECK ("points" IS NULL OR "points" >= 0);
ALTER TABLE "thread" ADD CONSTRAINT "thread_kind" CHECK ("kind" IN ('question', 'discussion', 'announcement'));

-- Logs only grow. Erasing a person may blank a response's payload (its hash stays, so the receipt still verifies), and
-- nothing else: erase_payloads() is the one way, and the caller writes the audit row in the same transaction.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION refuse_change_but_blank() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('lectern.erasing', true) = 'on' AND NEW.payload IS NULL
     AND (to_jsonb(NEW) - 'payload') = (to_jsonb(OLD) - 'payload') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION erase_payloads(whose uuid) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE n bigint;
BEGIN
  PERFORM set_config('lectern.erasing', 'on', true);
  UPDATE response_event SET payload = NULL
    WHERE attempt_id IN (SELECT id FROM attempt WHERE enrolment_id = whose) AND payload IS NOT NULL;
  GET DIAGNOSTICS n = ROW_COUNT;
  PERFORM set_config('lectern.erasing', 'off', true);
  RETURN n;
END $$;

CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "response_event" FOR EACH ROW EXECUTE FUNCTION refuse_change_but_blank();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "score_event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "grade_event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "audit" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "no_truncate" BEFORE TRUNCATE ON "response_event" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "no_truncate" BEFORE TRUNCATE ON "score_event" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "no_truncate" BEFORE TRUNCATE ON "grade_event" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "no_truncate" BEFORE TRUNCATE ON "audit" EXECUTE FUNCTION refuse_change();

-- Versions and frozen papers never change; whoever edits makes a new version.
CREATE TRIGGER "immutable" BEFORE UPDATE ON "question_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "immutable" BEFORE UPDATE ON "quiz_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "immutable" BEFORE UPDATE ON "lesson_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "immutable" BEFORE UPDATE ON "passage_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "immutable" BEFORE UPDATE ON "item" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "immutable" BEFORE UPDATE ON "attempt_item" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "immutable" BEFORE UPDATE ON "post_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();
