-- A save is one call. The attempt's row is the latch: saves and the submit of one attempt queue on it, and each statement
-- below sees what those before it committed. So a save is stored before the submit and counted, or refused; a repeated save
-- finds its first; and two tabs are always told of each other. now() is the moment the call came in: time spent waiting for
-- the latch is not charged to the student.
CREATE FUNCTION save_response(
  p_attempt uuid, p_item uuid, p_enrolment uuid, p_kind text, p_client uuid, p_seq int, p_base bigint,
  p_payload jsonb, p_hash text, p_grace interval
) RETURNS TABLE (outcome text, event_id bigint, saved_at timestamptz, other_id bigint, other_payload jsonb, other_at timestamptz)
LANGUAGE plpgsql AS $$
DECLARE
  latch record;
  stored record;
BEGIN
  SELECT a.state, a.deadline_at INTO latch FROM attempt a
    WHERE a.id = p_attempt AND a.enrolment_id = p_enrolment FOR NO KEY UPDATE;
  IF NOT FOUND OR NOT EXISTS (SELECT FROM attempt_item i WHERE i.id = p_item AND i.attempt_id = p_attempt) THEN
    RETURN QUERY SELECT 'not-found', NULL::bigint, NULL::timestamptz, NULL::bigint, NULL::jsonb, NULL::timestamptz;
    RETURN;
  END IF;

  outcome := 'saved';
  SELECT r.id, r.received_at, r.attempt_item_id, r.kind, r.payload_hash INTO stored FROM response_event r
    WHERE r.attempt_id = p_attempt AND r.client_id = p_client AND r.client_seq = p_seq;
  IF FOUND THEN
    IF stored.attempt_item_id <> p_item OR stored.kind <> p_kind OR stored.payload_hash <> p_hash THEN
      outcome := 'sequence-used';
    END IF;
  ELSIF latch.state <> 'open' OR app_now() > latch.deadline_at + p_grace THEN
    outcome := 'ended';
  ELSE
    -- A request that was overtaken on the way by a later one of the same tab must not win over it.
    SELECT r.id, r.received_at INTO stored FROM response_event r
      WHERE r.attempt_id = p_attempt AND r.attempt_item_id = p_item AND r.kind = p_kind
        AND r.client_id = p_client AND r.client_seq > p_seq
      ORDER BY r.client_seq DESC LIMIT 1;
    IF NOT FOUND THEN
      INSERT INTO response_event (attempt_id, attempt_item_id, kind, client_id, client_seq, base_seq, payload, payload_hash)
        VALUES (p_attempt, p_item, p_kind, p_client, p_seq, p_base, p_payload, p_hash)
        RETURNING id, received_at INTO stored;
    END IF;
  END IF;

  IF outcome = 'saved' THEN
    event_id := stored.id;
    saved_at := stored.received_at;
    SELECT r.id, r.payload, r.received_at INTO other_id, other_payload, other_at FROM response_event r
      WHERE p_kind = 'response' AND r.attempt_id = p_attempt AND r.attempt_item_id = p_item AND r.kind = 'response'
        AND r.id > p_base AND r.client_id <> p_client
      ORDER BY r.id DESC LIMIT 1;
  END IF;
  RETURN NEXT;
END $$;
