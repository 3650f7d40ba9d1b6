-- How long a passage is, kept beside its text: who asks for the minutes left of a course need not read the whole of it.
ALTER TABLE "passage_version" ADD COLUMN "length" INTEGER NOT NULL GENERATED ALWAYS AS (length("text")) STORED;
